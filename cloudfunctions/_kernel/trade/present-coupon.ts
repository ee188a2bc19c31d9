import type { Coupon, HeldCoupon } from '@/contracts/coupons'
import { readCoupon } from './quote-order'
import type { ClaimRow, CouponRow } from './trade-rows'

export function presentCoupon(row: CouponRow): Coupon {
  const { products, ...terms } = readCoupon(row)
  return { ...terms, merchantId: row.merchant_id, products: products && [...products] }
}

export const presentHeldCoupon = (claim: ClaimRow, coupon: CouponRow): HeldCoupon => ({
  id: claim.claim_id,
  coupon: presentCoupon(coupon),
  status: claim.status,
  claimedAt: claim.claimed_at,
})
