import * as v from 'valibot'
import { heldCoupon } from './coupons'
import { priceKind } from './order'
import { count, epochMs, fen, idOf } from './schemas'

export const quoteInput = {
  roomId: idOf('room'),
  items: v.pipe(
    v.array(v.strictObject({ skuId: idOf('sku'), quantity: v.number() })),
    v.minLength(1),
    v.maxLength(20),
  ),
  addressId: v.optional(idOf('address')),
}

/** A price, explained. `seal` is its fingerprint: an order that is placed with it costs this or is refused. */
export const quote = v.object({
  lines: v.array(
    v.object({
      skuId: idOf('sku'),
      productId: idOf('product'),
      productName: v.string(),
      skuName: v.string(),
      pictureUrl: v.string(),
      quantity: count,
      price: fen,
      regularPrice: fen,
      priceKind,
      subtotal: fen,
      discount: fen,
      payable: fen,
    }),
  ),
  goods: fen,
  discount: fen,
  freight: fen,
  total: fen,
  /** The end of the flash price, when one counts. */
  flashEndsAt: v.nullable(epochMs),
  seal: v.string(),
})
export type Quote = v.InferOutput<typeof quote>

/** A coupon the buyer holds of this shop: what it takes off this order, or why it does not apply. */
export const couponChoice = v.object({
  held: heldCoupon,
  off: fen,
  mismatch: v.nullable(
    v.object({
      code: v.picklist(['coupon-spent', 'coupon-expired', 'coupon-other-products', 'coupon-below-threshold']),
      missing: fen,
    }),
  ),
})
export type CouponChoice = v.InferOutput<typeof couponChoice>
