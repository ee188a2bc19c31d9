import Taro from '@tarojs/taro'
import { PlanForm, useStudioWords } from '@/features/studio'
import { toast } from '@/ui'
import { ShopPage } from '../../merchant-page'

export default function PlanPage() {
  const words = useStudioWords().plan
  return (
    <ShopPage title={words.title}>
      {(merchantId) => (
        <PlanForm
          merchantId={merchantId}
          onCreated={(roomId) => {
            toast(words.created)
            void Taro.redirectTo({ url: `/packages/studio/console/index?id=${roomId}` })
          }}
        />
      )}
    </ShopPage>
  )
}
