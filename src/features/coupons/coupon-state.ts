import type { Claims } from './use-claims'

/** What a coupon in the room is for one person. */
export type CouponState = 'claim' | 'held' | 'limit' | 'gone'

export function couponState({ mine, refusal }: Claims, isGone: boolean): CouponState {
  if (refusal === 'coupon-limit') return mine > 0 ? 'held' : 'limit'
  return isGone || refusal === 'coupon-gone' ? 'gone' : 'claim'
}
