import Taro, { useRouter } from '@tarojs/taro'
import { OrderView, readOrderId, useOrderWords } from '@/features/orders'
import { FailedFace, NavBar, OfflineBar, Page } from '@/ui'

const toOrders = (): void => void Taro.switchTab({ url: '/pages/orders/index' })
const goBack = (): void => {
  // Opened by a link, there is nothing behind this page.
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else toOrders()
}

export default function OrderPage() {
  const words = useOrderWords()
  const orderId = readOrderId(useRouter().params.id)
  return (
    <Page>
      <NavBar title={words.detailTitle} onBack={goBack} />
      <OfflineBar />
      {orderId === null ? (
        <FailedFace code="order-not-found" onRetry={toOrders} />
      ) : (
        <OrderView
          orderId={orderId}
          onRefund={(id) => void Taro.navigateTo({ url: `/packages/trade/refund/index?id=${id}` })}
          onRoom={(id) => void Taro.navigateTo({ url: `/packages/live/room/index?id=${id}` })}
        />
      )}
    </Page>
  )
}
