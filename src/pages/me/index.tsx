import Taro from '@tarojs/taro'
import { MeView, useMeWords } from '@/features/me'
import { NavBar, OfflineBar, Page, useTabWords } from '@/ui'

export default function MePage() {
  const words = useMeWords()
  useTabWords()
  return (
    <Page>
      <NavBar title={words.title} />
      <OfflineBar />
      <MeView
        onOrders={() => void Taro.switchTab({ url: '/pages/orders/index' })}
        onAddresses={() => void Taro.navigateTo({ url: '/packages/trade/addresses/index' })}
        onFollowed={() => void Taro.navigateTo({ url: '/packages/trade/followed/index' })}
        onStudio={() => void Taro.navigateTo({ url: '/packages/studio/home/index' })}
      />
    </Page>
  )
}
