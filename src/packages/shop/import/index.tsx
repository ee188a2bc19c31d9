import { ProductImportView, useImportWords } from '@/features/studio'
import { goBack, ShopPage } from '../../merchant-page'

export default function ImportPage() {
  return (
    <ShopPage title={useImportWords().title}>
      {(merchantId) => <ProductImportView merchantId={merchantId} onStudio={goBack} />}
    </ShopPage>
  )
}
