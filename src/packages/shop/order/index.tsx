import { useRouter } from '@tarojs/taro'
import { ShopOrderView, useShopOrderWords } from '@/features/shop-orders'
import { readOrderId } from '@/features/studio'
import { MerchantPage } from '../../merchant-page'

export default function ShopOrderPage() {
  const words = useShopOrderWords()
  const orderId = readOrderId(useRouter().params.id)
  return (
    <MerchantPage title={words.orderTitle} subject={orderId} lost="order-not-found">
      {(id) => <ShopOrderView orderId={id} place="page" />}
    </MerchantPage>
  )
}
