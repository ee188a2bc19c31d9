import type { ShopCoupon } from '@/contracts/merchant/coupons'
import { presentCoupon } from '../_kernel/trade/present-coupon'
import type { CouponRow } from '../_kernel/trade/trade-rows'

/** A coupon as its shop sees it. */
export const presentShopCoupon = (row: CouponRow): ShopCoupon => ({
  coupon: presentCoupon(row),
  claimed: row.claimed,
  spent: row.spent,
  endedAt: row.ended_at,
})
