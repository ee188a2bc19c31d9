import Taro from '@tarojs/taro'
import { AddressBook } from '@/features/addresses'
import { NavBar, OfflineBar, Page, useCopy } from '@/ui'

const goBack = (): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.switchTab({ url: '/pages/me/index' })
}

export default function AddressesPage() {
  const copy = useCopy()
  return (
    <Page>
      <NavBar title={copy.addresses.title} onBack={goBack} />
      <OfflineBar />
      <AddressBook />
    </Page>
  )
}
