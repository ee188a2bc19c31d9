import type { WireError } from '@/contracts/errors'
import { decideClaim } from '@/domain/coupon'
import type { ClaimId, CouponId, PersonId } from '@/domain/ids'
import { err, ok, type Result } from '@/domain/result'
import type { Intent } from '../ports/intent'
import { readCoupon } from './quote-order'
import type { TradeDraft } from './trade-draft'

export interface ClaimWish {
  readonly intent: Intent
  readonly couponId: CouponId
  readonly personId: PersonId
}

/** Hands out one coupon, under the coupon's lock: limits are counted where they are enforced. */
export function claimCoupon(
  draft: TradeDraft,
  { intent, couponId, personId }: ClaimWish,
): Result<ClaimId, WireError> {
  const earlier = draft.earlier(intent)
  if (!earlier.ok) return earlier
  if (earlier.value !== null) return ok(earlier.value as ClaimId)
  const coupon = draft.coupons.get(couponId)
  if (!coupon) return err({ code: 'coupon-not-found' })
  const refusal = decideClaim(readCoupon(coupon), {
    claimed: coupon.claimed,
    had: draft.had(couponId, personId),
    now: draft.now,
  })
  if (refusal) return err({ code: refusal })
  const claimId = draft.ids.make('claim', coupon.merchant_id)
  draft.claims.put({
    merchant_id: coupon.merchant_id,
    claim_id: claimId,
    coupon_id: couponId,
    user_id: intent.userId,
    person_id: personId,
    status: 'held',
    order_id: null,
    claimed_at: draft.now,
  })
  draft.coupons.put({ ...coupon, claimed: coupon.claimed + 1 })
  draft.count(couponId, personId, 1)
  draft.keep(intent, claimId, coupon.merchant_id)
  return ok(claimId)
}
