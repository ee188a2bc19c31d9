import { OffersView, useOfferWords } from '@/features/offers'
import { ShopPage } from '../../merchant-page'

export default function OffersPage() {
  return (
    <ShopPage title={useOfferWords().title}>
      {(merchantId) => <OffersView merchantId={merchantId} />}
    </ShopPage>
  )
}
