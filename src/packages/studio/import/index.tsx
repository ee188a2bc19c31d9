import Taro, { useRouter } from '@tarojs/taro'
import { ProductImportView, readMerchantId } from '@/features/studio'
import { FailedFace, NavBar, OfflineBar, Page, useCopy } from '@/ui'

const goHome = (): void => void Taro.redirectTo({ url: '/packages/studio/home/index' })
const goBack = (): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else goHome()
}

export default function ImportPage() {
  const copy = useCopy()
  const merchantId = readMerchantId(useRouter().params.merchant)
  return (
    <Page width="wide">
      <NavBar title={copy.productImport.title} onBack={goBack} />
      <OfflineBar />
      {merchantId === null ? (
        <FailedFace code="not-found" onRetry={goHome} />
      ) : (
        <ProductImportView merchantId={merchantId} onStudio={goBack} />
      )}
    </Page>
  )
}
