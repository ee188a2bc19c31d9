import type { MerchantId } from '@/domain/ids'

/** What each part of the page is about. */
export interface PartProps {
  readonly merchantId: MerchantId
}
