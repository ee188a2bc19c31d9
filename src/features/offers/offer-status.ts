import type { ShopCoupon } from '@/contracts/merchant/coupons'
import type { FlashSaleView } from '@/contracts/merchant/offers'
import type { EpochMs } from '@/domain/time'

export type CouponStatus = 'planned' | 'open' | 'gone' | 'over' | 'ended'

/** Whether somebody could claim it now, and why not. */
export function couponStatus({ coupon, claimed, endedAt }: ShopCoupon, now: EpochMs): CouponStatus {
  if (endedAt !== null) return 'ended'
  if (now >= coupon.claimUntil) return 'over'
  if (claimed >= coupon.total) return 'gone'
  return now < coupon.claimFrom ? 'planned' : 'open'
}

export type FlashStatus = 'planned' | 'open' | 'gone' | 'over'

export function flashStatus(sale: FlashSaleView, now: EpochMs): FlashStatus {
  if (now >= sale.endsAt) return 'over'
  if (now < sale.startsAt) return 'planned'
  return sale.taken >= sale.quantity ? 'gone' : 'open'
}

export const STATUS_TONES = {
  planned: 'warn',
  open: 'brand',
  gone: 'muted',
  over: 'muted',
  ended: 'muted',
} as const
