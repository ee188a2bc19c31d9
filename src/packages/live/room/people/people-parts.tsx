import { RoomFollow, type RoomFollowProps } from '@/features/shop'
import { useProfile } from '@/services/backend'
import { UpcomingParts } from './upcoming-parts'

/** An offer to follow the shop; whoever works for it needs none. */
function ShopFollow(props: RoomFollowProps) {
  const isStaff = useProfile()?.memberOf.some(({ merchantId }) => merchantId === props.merchantId) ?? false
  return isStaff ? null : <RoomFollow {...props} />
}

export const peopleParts = { ShopFollow, UpcomingParts }
