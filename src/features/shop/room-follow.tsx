import type { MerchantId } from '@/domain/ids'
import { FollowButton } from './follow-button'
import { useShop } from './use-shop'

export interface RoomFollowProps {
  readonly merchantId: MerchantId
  readonly name: string
}

/** In the room's top bar: an offer to follow, for as long as the person does not. */
export function RoomFollow({ merchantId, name }: RoomFollowProps) {
  useShop(merchantId)
  return <FollowButton merchantId={merchantId} name={name} isOnlyOffer />
}
