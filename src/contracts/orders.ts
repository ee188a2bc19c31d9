import * as v from 'valibot'
import { contract, operation } from './contract'
import { order, REFUND_REASONS, units } from './order'
import { couponChoice, quote, quoteInput } from './quote'
import { sharerToken } from './rooms'
import { epochMs, idOf } from './schemas'

export * from './order'
export type { CouponChoice, Quote } from './quote'

export const orderInput = v.object({ orderId: idOf('order') })
const orderOutput = v.object({ order })
/** Newest first, 20 a page. `after` is the `next` of the page before; only the server reads what it says. */
export const page = { after: v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}\.o_[0-9a-z]{20}$/))) }
/** Null at the end. */
export const next = v.nullable(v.string())

const pricing = [
  'quantity-invalid',
  'product-not-found',
  'product-off-shelf',
  'room-not-found',
  'room-not-live',
  'address-not-found',
  'coupon-not-found',
  'coupon-spent',
  'coupon-expired',
  'coupon-other-products',
  'coupon-below-threshold',
  'flash-limit',
  'region-not-served',
  'price-hidden',
] as const

export const orders = contract('orders', {
  /** What an order would cost now, with the coupons that the buyer could use: the best one is taken unless told. */
  quote: operation({
    caller: 'viewer',
    effect: 'read',
    input: v.strictObject({
      ...quoteInput,
      /** Undefined: the one that takes most off; null: none. */
      claimId: v.optional(v.nullable(idOf('claim'))),
    }),
    output: v.object({
      quote,
      claimId: v.nullable(idOf('claim')),
      coupons: v.array(couponChoice),
      serverTime: epochMs,
    }),
    errors: pricing,
  }),
  /** Reserves the stock and fixes the price in one commit. The client never sends a price: unknown fields are refused. */
  'place-order': operation({
    caller: 'viewer',
    effect: 'once',
    input: v.strictObject({
      ...quoteInput,
      addressId: idOf('address'),
      claimId: v.optional(v.nullable(idOf('claim'))),
      /** The quote the buyer saw: when it no longer holds, the order is refused with `price-changed`. */
      seal: v.optional(v.pipe(v.string(), v.maxLength(64))),
      sharerToken: v.optional(sharerToken),
    }),
    output: orderOutput,
    errors: [...pricing, 'sold-out', 'stock-short', 'price-changed'],
  }),
  'get-order': operation({
    caller: 'viewer',
    effect: 'read',
    input: orderInput,
    output: v.object({ order, serverTime: epochMs }),
    errors: ['order-not-found'],
  }),
  'list-orders': operation({
    caller: 'viewer',
    effect: 'read',
    input: v.object(page),
    output: v.object({ orders: v.array(order), next, serverTime: epochMs }),
    errors: [],
  }),
  /** Closes at the wallet first, so that no payment can arrive for stock that has gone. */
  'cancel-order': operation({
    caller: 'viewer',
    effect: 'safe',
    input: orderInput,
    output: orderOutput,
    errors: ['order-not-found', 'order-paid', 'order-closed', 'payment-unknown'],
  }),
  'confirm-receipt': operation({
    caller: 'viewer',
    effect: 'safe',
    input: orderInput,
    output: orderOutput,
    errors: ['order-not-found', 'order-unpaid', 'order-not-shipped', 'order-closed'],
  }),
  /** Asks for money back for some units; what they cost is the server's to say. */
  'request-refund': operation({
    caller: 'viewer',
    effect: 'once',
    input: v.strictObject({
      orderId: idOf('order'),
      units: v.pipe(v.array(units), v.minLength(1), v.maxLength(20)),
      reason: v.picklist(REFUND_REASONS),
      note: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200)), ''),
      /** Pictures that the buyer uploaded for this. */
      pictureIds: v.optional(v.pipe(v.array(idOf('picture')), v.maxLength(6)), []),
    }),
    output: orderOutput,
    errors: [
      'order-not-found',
      'order-unpaid',
      'order-closed',
      'order-done',
      'refund-too-much',
      'refund-empty',
      'picture-invalid',
    ],
  }),
  /** A picture for a refund, base64, at most 1 MB: it belongs to the order's shop. */
  'upload-refund-picture': operation({
    caller: 'viewer',
    effect: 'once',
    input: v.strictObject({ orderId: idOf('order'), data: v.pipe(v.string(), v.maxLength(1_400_000)) }),
    output: v.object({ pictureId: idOf('picture'), pictureUrl: v.string() }),
    errors: ['order-not-found', 'picture-invalid'],
  }),
  'withdraw-refund': operation({
    caller: 'viewer',
    effect: 'safe',
    input: v.strictObject({ refundId: idOf('refund') }),
    output: orderOutput,
    errors: ['refund-not-found', 'refund-answered'],
  }),
})
