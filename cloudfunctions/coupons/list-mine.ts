import type { contracts } from '@/contracts'
import { ok } from '@/domain/result'
import type { Implementation } from '../_kernel/operation'
import { presentHeldCoupon } from '../_kernel/trade/present-coupon'
import { selectHeld } from './select-held'

const AT_MOST = 100

/** By user, not by person: a coupon is spent in the app that it was claimed in. Of all shops it asks every shard. */
export const listMine: Implementation<typeof contracts.coupons>['list-mine'] = async (
  { db, viewer, clock },
  { merchantId },
) => {
  const ofAll = selectHeld(db).where('claims.user_id', '=', viewer.userId)
  const wanted = merchantId === undefined ? ofAll : ofAll.where('claims.merchant_id', '=', merchantId)
  const rows = await wanted
    .orderBy('claims.claimed_at', 'desc')
    .orderBy('claims.claim_id')
    .limit(AT_MOST)
    .execute()
  const coupons = rows.map(({ claim, coupon }) => presentHeldCoupon(claim, coupon))
  return ok({ coupons, serverTime: clock.now() })
}
