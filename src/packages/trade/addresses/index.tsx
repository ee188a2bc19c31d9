import Taro from '@tarojs/taro'
import { AddressBook, useAddressWords } from '@/features/addresses'
import { NavBar, OfflineBar, Page } from '@/ui'

const goBack = (): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.switchTab({ url: '/pages/me/index' })
}

export default function AddressesPage() {
  const words = useAddressWords()
  return (
    <Page>
      <NavBar title={words.title} onBack={goBack} />
      <OfflineBar />
      <AddressBook />
    </Page>
  )
}
