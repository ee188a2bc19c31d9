import type { CouponId, ProductId } from './ids'
import { addFen, type Fen, toFen } from './money'
import type { EpochMs } from './time'

/** `fixed` takes `off` fen; `percent` takes `percentOff` of a hundred, at most `cap` fen. */
export type CouponValue =
  | { readonly kind: 'fixed'; readonly off: Fen }
  | { readonly kind: 'percent'; readonly percentOff: number; readonly cap: Fen }

export interface CouponTerms {
  readonly id: CouponId
  readonly title: string
  readonly value: CouponValue
  /** Goods it applies to must cost at least this much together. */
  readonly threshold: Fen
  /** Null: every product of the shop. */
  readonly products: readonly ProductId[] | null
  /** When it can be claimed, from the first moment to just before the last. */
  readonly claimFrom: EpochMs
  readonly claimUntil: EpochMs
  /** When a claimed one can no longer be spent. */
  readonly expiresAt: EpochMs
  readonly total: number
  readonly perPerson: number
}

export type ClaimRefusal = 'coupon-not-open' | 'coupon-over' | 'coupon-gone' | 'coupon-limit'

/** Whether one more can be handed to somebody who has `had` of them, when `claimed` were handed out. */
export function decideClaim(
  coupon: CouponTerms,
  { claimed, had, now }: { readonly claimed: number; readonly had: number; readonly now: EpochMs },
): ClaimRefusal | null {
  // The end comes first: a shop may have ended it before it opened.
  if (now >= coupon.claimUntil || now >= coupon.expiresAt) return 'coupon-over'
  if (now < coupon.claimFrom) return 'coupon-not-open'
  if (had >= coupon.perPerson) return 'coupon-limit'
  return claimed >= coupon.total ? 'coupon-gone' : null
}

export interface DiscountableLine {
  readonly productId: ProductId
  readonly subtotal: Fen
}

/** Why a claimed coupon takes nothing off an order; `missing` is what the goods lack of the threshold. */
export type CouponMismatch =
  | { readonly code: 'coupon-spent' }
  | { readonly code: 'coupon-expired' }
  | { readonly code: 'coupon-other-products' }
  | { readonly code: 'coupon-below-threshold'; readonly missing: Fen }

export type ClaimStatus = 'held' | 'spent'

export const isCoveredBy = (
  coupon: Pick<CouponTerms, 'products'>,
  { productId }: DiscountableLine,
): boolean => coupon.products === null || coupon.products.includes(productId)

/** Null when the coupon can be spent on these lines now. */
export function couponMismatch(
  coupon: CouponTerms,
  lines: readonly DiscountableLine[],
  { status, now }: { readonly status: ClaimStatus; readonly now: EpochMs },
): CouponMismatch | null {
  if (status === 'spent') return { code: 'coupon-spent' }
  if (now >= coupon.expiresAt) return { code: 'coupon-expired' }
  const covered = lines.filter((line) => isCoveredBy(coupon, line))
  if (covered.length === 0) return { code: 'coupon-other-products' }
  const goods = covered.reduce((sum, line) => addFen(sum, line.subtotal), toFen(0))
  if (goods < coupon.threshold)
    return { code: 'coupon-below-threshold', missing: toFen(coupon.threshold - goods) }
  return null
}

/** What the coupon takes off goods of this price: never more than they cost; a part of a fen stays with the shop. */
export function couponOff(value: CouponValue, goods: Fen): Fen {
  const off =
    value.kind === 'fixed' ? value.off : Math.min(Math.floor((goods * value.percentOff) / 100), value.cap)
  return toFen(Math.min(off, goods))
}
