import type { contracts } from '@/contracts'
import { merchantOf } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import { intentOf, type Implementation } from '../_kernel/operation'
import { noteClaims } from '../_kernel/live/room-pulse'
import { presentHeldCoupon } from '../_kernel/trade/present-coupon'
import { findPerson } from './find-person'
import { selectHeld } from './select-held'

/** Crowds claim at one moment, when the host says so: the order book gathers them, and counts under the coupon's lock. */
export const claim: Implementation<typeof contracts.coupons>['claim'] = async (context, { couponId }) => {
  // A browser makes as many guests as it likes, and none of them can pay: they would only empty the coupon.
  if (context.viewer.host === 'h5') return err({ code: 'forbidden' })
  const personId = await findPerson(context)
  if (!personId) return err({ code: 'unauthenticated' })
  const claimed = await context.trade.claim({ intent: intentOf(context), couponId, personId })
  if (!claimed.ok) return claimed
  await noteClaims(context, couponId)
  // As it is now: whoever repeats the claim may have spent the coupon meanwhile.
  const held = await selectHeld(context.db)
    .where('claims.merchant_id', '=', merchantOf(claimed.value))
    .where('claims.claim_id', '=', claimed.value)
    .executeTakeFirstOrThrow()
  return ok({ held: presentHeldCoupon(held.claim, held.coupon) })
}
