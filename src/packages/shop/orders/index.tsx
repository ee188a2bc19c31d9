import Taro from '@tarojs/taro'
import { ShopOrdersView, useShopOrderWords } from '@/features/shop-orders'
import { ShopPage } from '../../merchant-page'

const open = (url: string): void => void Taro.navigateTo({ url })

export default function ShopOrdersPage() {
  return (
    <ShopPage title={useShopOrderWords().title}>
      {(merchantId) => (
        <ShopOrdersView
          merchantId={merchantId}
          onOpen={(orderId) => open(`/packages/shop/order/index?id=${orderId}`)}
          onShipMany={() => open(`/packages/shop/shipping/index?merchant=${merchantId}`)}
        />
      )}
    </ShopPage>
  )
}
