import Taro from '@tarojs/taro'
import { StudioHome, type StudioLinks, useStudioWords } from '@/features/studio'
import { NavBar, OfflineBar, Page } from '@/ui'

const open = (page: string): void => void Taro.navigateTo({ url: page })
const links: StudioLinks = {
  onPlan: (merchantId) => open(`/packages/studio/plan/index?merchant=${merchantId}`),
  onImport: (merchantId) => open(`/packages/shop/import/index?merchant=${merchantId}`),
  onOrders: (merchantId) => open(`/packages/shop/orders/index?merchant=${merchantId}`),
  onOffers: (merchantId) => open(`/packages/shop/offers/index?merchant=${merchantId}`),
  onReconciliation: (merchantId) => open(`/packages/shop/reconciliation/index?merchant=${merchantId}`),
  onConsole: (roomId) => open(`/packages/studio/console/index?id=${roomId}`),
  onStream: (roomId) => open(`/packages/studio/stream/index?id=${roomId}`),
  onRoom: (roomId) => open(`/packages/live/room/index?id=${roomId}`),
}
const goBack = (): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.switchTab({ url: '/pages/me/index' })
}

export default function StudioHomePage() {
  const words = useStudioWords()
  return (
    <Page width="wide">
      <NavBar title={words.title} onBack={goBack} />
      <OfflineBar />
      <StudioHome links={links} />
    </Page>
  )
}
