import Taro, { useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import type { MerchantId } from '@/domain/ids'
import { readMerchantId } from '@/features/studio'
import { FailedFace, NavBar, OfflineBar, Page } from '@/ui'

const goHome = (): void => void Taro.redirectTo({ url: '/packages/studio/home/index' })

/** To where the person came from, or to the studio when a link led here. */
export const goBack = (): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else goHome()
}

interface MerchantPageProps<Subject> {
  readonly title: string
  /** What the address names; null when it names nothing of the kind. */
  readonly subject: Subject | null
  readonly lost?: 'not-found' | 'order-not-found' | 'room-not-found'
  readonly children: (subject: Subject) => ReactNode
}

/** A page for merchants about one thing. */
export function MerchantPage<Subject>({
  title,
  subject,
  lost = 'not-found',
  children,
}: MerchantPageProps<Subject>) {
  return (
    <Page width="wide">
      <NavBar title={title} onBack={goBack} />
      <OfflineBar />
      {subject === null ? <FailedFace code={lost} onRetry={goHome} /> : children(subject)}
    </Page>
  )
}

interface ShopPageProps {
  readonly title: string
  readonly children: (merchantId: MerchantId) => ReactNode
}

/** A page for merchants about the shop that its address names. */
export function ShopPage({ title, children }: ShopPageProps) {
  const merchantId = readMerchantId(useRouter().params.merchant)
  return (
    <MerchantPage title={title} subject={merchantId}>
      {children}
    </MerchantPage>
  )
}
