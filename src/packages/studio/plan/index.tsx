import Taro, { useRouter } from '@tarojs/taro'
import { PlanForm, readMerchantId } from '@/features/studio'
import { FailedFace, NavBar, OfflineBar, Page, toast, useCopy } from '@/ui'

const goHome = (): void => void Taro.redirectTo({ url: '/packages/studio/home/index' })
const goBack = (): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else goHome()
}

export default function PlanPage() {
  const words = useCopy().studio.plan
  const merchantId = readMerchantId(useRouter().params.merchant)
  return (
    <Page width="wide">
      <NavBar title={words.title} onBack={goBack} />
      <OfflineBar />
      {merchantId === null ? (
        <FailedFace code="not-found" onRetry={goHome} />
      ) : (
        <PlanForm
          merchantId={merchantId}
          onCreated={(roomId) => {
            toast(words.created)
            void Taro.redirectTo({ url: `/packages/studio/console/index?id=${roomId}` })
          }}
        />
      )}
    </Page>
  )
}
