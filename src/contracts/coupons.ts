import * as v from 'valibot'
import { contract, operation } from './contract'
import { count, epochMs, fen, fenFrom, idOf, MAX_FEN, textUpTo } from './schemas'

export const couponValue = v.variant('kind', [
  v.object({ kind: v.literal('fixed'), off: fenFrom(1, MAX_FEN) }),
  v.object({
    kind: v.literal('percent'),
    percentOff: v.pipe(count, v.minValue(1), v.maxValue(99)),
    cap: fenFrom(1, MAX_FEN),
  }),
])

export const terms = {
  title: textUpTo(24),
  value: couponValue,
  threshold: fenFrom(0, MAX_FEN),
  /** Null: every product of the shop. */
  products: v.nullable(v.pipe(v.array(idOf('product')), v.minLength(1), v.maxLength(200))),
  claimFrom: epochMs,
  claimUntil: epochMs,
  expiresAt: epochMs,
  total: v.pipe(count, v.minValue(1), v.maxValue(1_000_000)),
  perPerson: v.pipe(count, v.minValue(1), v.maxValue(100)),
}
export const coupon = v.object({ id: idOf('coupon'), merchantId: idOf('merchant'), ...terms })
export type Coupon = v.InferOutput<typeof coupon>

/** A coupon as somebody sees it who may claim it. */
export const claimableCoupon = v.object({
  coupon,
  left: count,
  /** How many of it this person has or had. */
  mine: count,
  /** Why it cannot be claimed now; null when it can. */
  refusal: v.nullable(v.picklist(['coupon-not-open', 'coupon-over', 'coupon-gone', 'coupon-limit'])),
})
export type ClaimableCoupon = v.InferOutput<typeof claimableCoupon>

export const heldCoupon = v.object({
  id: idOf('claim'),
  coupon,
  status: v.picklist(['held', 'spent']),
  claimedAt: epochMs,
})
export type HeldCoupon = v.InferOutput<typeof heldCoupon>

/** A coupon in the host's hand. */
export const roomCoupon = v.object({
  id: idOf('coupon'),
  title: v.string(),
  value: couponValue,
  threshold: fen,
  products: v.nullable(v.array(idOf('product'))),
  expiresAt: epochMs,
  until: v.nullable(epochMs),
})

export const coupons = contract('coupons', {
  /** Coupons of the shop that can or soon could be claimed. */
  'list-claimable': operation({
    caller: 'viewer',
    effect: 'read',
    input: v.object({ merchantId: idOf('merchant') }),
    output: v.object({ coupons: v.array(claimableCoupon), serverTime: epochMs }),
    errors: [],
  }),
  /** One for each key; the limit counts persons, so also whoever comes from both apps with one verified phone. */
  claim: operation({
    caller: 'viewer',
    effect: 'once',
    input: v.strictObject({ couponId: idOf('coupon') }),
    output: v.object({ held: heldCoupon }),
    errors: ['coupon-not-found', 'coupon-not-open', 'coupon-over', 'coupon-gone', 'coupon-limit'],
  }),
  /** What the caller holds of one shop, or of all; newest first. */
  'list-mine': operation({
    caller: 'viewer',
    effect: 'read',
    input: v.object({ merchantId: v.optional(idOf('merchant')) }),
    output: v.object({ coupons: v.array(heldCoupon), serverTime: epochMs }),
    errors: [],
  }),
})
