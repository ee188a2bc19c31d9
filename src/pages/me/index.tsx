import Taro from '@tarojs/taro'
import { MeView } from '@/features/me'
import { NavBar, OfflineBar, Page, useCopy, useTabWords } from '@/ui'

export default function MePage() {
  const copy = useCopy()
  useTabWords()
  return (
    <Page>
      <NavBar title={copy.me.title} />
      <OfflineBar />
      <MeView
        onOrders={() => void Taro.switchTab({ url: '/pages/orders/index' })}
        onAddresses={() => void Taro.navigateTo({ url: '/packages/trade/addresses/index' })}
        onStudio={() => void Taro.navigateTo({ url: '/packages/studio/home/index' })}
      />
    </Page>
  )
}
