import * as v from 'valibot'
import { contract, operation } from '../contract'
import { shopOrder, units } from '../order'
import { count, epochMs, idOf, textUpTo } from '../schemas'
import { next, orderInput, page } from '../orders'

const tracking = {
  carrierCode: v.pipe(v.string(), v.regex(/^[A-Z0-9_]{2,20}$/)),
  trackingNumber: v.pipe(v.string(), v.trim(), v.regex(/^[A-Za-z0-9-]{6,40}$/)),
}
const csv = v.pipe(v.string(), v.maxLength(1_000_000))
const shipRow = v.object({
  row: count,
  orderId: v.string(),
  carrier: v.string(),
  trackingNumber: v.string(),
  problem: v.nullable(
    v.picklist([
      'order-unknown',
      'order-not-shippable',
      'carrier-unknown',
      'tracking-invalid',
      'order-twice',
    ]),
  ),
})
export type ShipRow = v.InferOutput<typeof shipRow>

export const orders = contract('orders', {
  /** `status` and `refunds` narrow; `search` is an order's id, a buyer's phone or a tracking number. */
  'list-shop-orders': operation({
    caller: 'merchant',
    effect: 'read',
    input: v.object({
      merchantId: idOf('merchant'),
      ...page,
      filter: v.optional(v.picklist(['all', 'unpaid', 'to-ship', 'shipped', 'refunds', 'closed']), 'all'),
      search: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(40))),
    }),
    output: v.object({
      orders: v.array(shopOrder),
      next,
      /** How many wait for the merchant: parcels to send, refunds to answer. */
      waiting: v.object({ toShip: count, refunds: count }),
      serverTime: epochMs,
    }),
    errors: [],
  }),
  'get-shop-order': operation({
    caller: 'merchant',
    effect: 'read',
    input: orderInput,
    output: v.object({ order: shopOrder, serverTime: epochMs }),
    errors: ['order-not-found'],
  }),
  'close-order': operation({
    caller: 'merchant',
    effect: 'safe',
    input: orderInput,
    output: v.object({ order: shopOrder }),
    errors: ['order-not-found', 'order-paid', 'order-closed', 'payment-unknown'],
  }),
  /** One parcel with some units, or all that are left. The same number again is the same parcel. */
  ship: operation({
    caller: 'merchant',
    effect: 'once',
    input: v.strictObject({
      orderId: idOf('order'),
      ...tracking,
      units: v.optional(v.pipe(v.array(units), v.minLength(1), v.maxLength(20))),
    }),
    output: v.object({ order: shopOrder }),
    errors: [
      'order-not-found',
      'order-unpaid',
      'order-closed',
      'order-shipped',
      'order-done',
      'ship-too-much',
      'carrier-unknown',
    ],
  }),
  /** Once for each parcel: the wallets' platforms take one correction. */
  'correct-parcel': operation({
    caller: 'merchant',
    effect: 'safe',
    input: v.strictObject({ parcelId: idOf('parcel'), ...tracking }),
    output: v.object({ order: shopOrder }),
    errors: ['parcel-not-found', 'parcel-corrected', 'carrier-unknown'],
  }),
  /** Reads a CSV of order, carrier and tracking number; nothing is shipped. */
  'preview-shipping': operation({
    caller: 'merchant',
    effect: 'read',
    input: v.strictObject({ merchantId: idOf('merchant'), csv }),
    output: v.object({ rows: v.array(shipRow) }),
    errors: ['import-invalid'],
  }),
  /** Ships every row, or nothing when one has a problem. */
  'import-shipping': operation({
    caller: 'merchant',
    effect: 'once',
    input: v.strictObject({ merchantId: idOf('merchant'), csv }),
    output: v.object({ shipped: count }),
    errors: ['import-invalid'],
  }),
  'answer-refund': operation({
    caller: 'merchant',
    effect: 'safe',
    input: v.strictObject({
      refundId: idOf('refund'),
      answer: v.picklist(['agree', 'refuse']),
      note: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200)), ''),
    }),
    output: v.object({ order: shopOrder }),
    errors: ['refund-not-found', 'refund-answered', 'refund-note-missing'],
  }),
  /** The shop gives money back by itself. */
  'refund-order': operation({
    caller: 'merchant',
    effect: 'once',
    input: v.strictObject({
      orderId: idOf('order'),
      units: v.pipe(v.array(units), v.minLength(1), v.maxLength(20)),
      note: textUpTo(200),
    }),
    output: v.object({ order: shopOrder }),
    errors: ['order-not-found', 'order-unpaid', 'order-closed', 'refund-too-much', 'refund-empty'],
  }),
  /** The wallet could not send the money: try again, after whatever was wrong was set right. */
  'retry-refund': operation({
    caller: 'merchant',
    effect: 'safe',
    input: v.strictObject({ refundId: idOf('refund') }),
    output: v.object({ order: shopOrder }),
    errors: ['refund-not-found', 'refund-answered'],
  }),
  /** CSV, UTF-8 with a byte order mark, safe to open in a spreadsheet; at most 10,000 lines. */
  'export-orders': operation({
    caller: 'merchant',
    effect: 'read',
    input: v.object({ merchantId: idOf('merchant'), from: epochMs, until: epochMs }),
    output: v.object({ csv: v.string(), count }),
    errors: ['export-too-long'],
  }),
})
