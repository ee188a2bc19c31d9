import { ShipImportView, useShopOrderWords } from '@/features/shop-orders'
import { goBack, ShopPage } from '../../merchant-page'

export default function ShippingPage() {
  return (
    <ShopPage title={useShopOrderWords().csv.title}>
      {(merchantId) => <ShipImportView merchantId={merchantId} onOrders={goBack} />}
    </ShopPage>
  )
}
