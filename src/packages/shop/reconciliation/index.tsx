import Taro from '@tarojs/taro'
import { ReconciliationView, useReconciliationWords } from '@/features/reconciliation'
import { ShopPage } from '../../merchant-page'

export default function ReconciliationPage() {
  return (
    <ShopPage title={useReconciliationWords().title}>
      {(merchantId) => (
        <ReconciliationView
          merchantId={merchantId}
          onOrder={(orderId) => void Taro.navigateTo({ url: `/packages/shop/order/index?id=${orderId}` })}
        />
      )}
    </ShopPage>
  )
}
