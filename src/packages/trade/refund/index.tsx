import Taro, { useRouter } from '@tarojs/taro'
import { readOrderId } from '@/features/orders'
import { RefundRequestView, useRefundWords } from '@/features/refunds'
import { FailedFace, NavBar, OfflineBar, Page } from '@/ui'

const toOrders = (): void => void Taro.switchTab({ url: '/pages/orders/index' })

export default function RefundPage() {
  const words = useRefundWords()
  const orderId = readOrderId(useRouter().params.id)
  const goBack = (): void => {
    // Opened by a link, there is nothing behind this page.
    if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
    else if (orderId === null) toOrders()
    else void Taro.redirectTo({ url: `/packages/trade/order/index?id=${orderId}` })
  }
  return (
    <Page>
      <NavBar title={words.title} onBack={goBack} />
      <OfflineBar />
      {orderId === null ? (
        <FailedFace code="order-not-found" onRetry={toOrders} />
      ) : (
        <RefundRequestView orderId={orderId} onDone={goBack} />
      )}
    </Page>
  )
}
