import * as v from 'valibot'
import { CLOSE_REASONS, ORDER_STATUSES } from '@/domain/order'
import { REFUND_CAUSES, REFUND_STATUSES } from '@/domain/refund'
import { shareChannel } from './rooms'
import { count, deliverTo, epochMs, fen, host, idOf, lineNumber, wallet } from './schemas'

export const priceKind = v.picklist(['regular', 'live', 'flash'])

export const orderLine = v.object({
  line: lineNumber,
  skuId: idOf('sku'),
  productId: idOf('product'),
  productName: v.string(),
  skuName: v.string(),
  pictureUrl: v.string(),
  /** Of one unit, and what it costs when nothing is going on. */
  price: fen,
  regularPrice: fen,
  priceKind,
  quantity: count,
  /** The line's part of the coupon, and what was paid for it. */
  discount: fen,
  payable: fen,
  shipped: count,
  refunded: count,
})
export type OrderLine = v.InferOutput<typeof orderLine>

export const REFUND_REASONS = [
  'changed-mind',
  'not-as-described',
  'damaged',
  'missing',
  'not-shipped',
  'other',
] as const

export const units = v.object({ line: lineNumber, quantity: v.pipe(count, v.minValue(1)) })

export const refund = v.object({
  id: idOf('refund'),
  cause: v.picklist(REFUND_CAUSES),
  status: v.picklist(REFUND_STATUSES),
  lines: v.array(v.object({ ...units.entries, amount: fen })),
  freight: fen,
  amount: fen,
  wallet,
  reason: v.nullable(v.picklist(REFUND_REASONS)),
  note: v.string(),
  pictureUrls: v.array(v.string()),
  /** What the merchant said when answering. */
  answer: v.string(),
  createdAt: epochMs,
  answeredAt: v.nullable(epochMs),
  doneAt: v.nullable(epochMs),
})
export type Refund = v.InferOutput<typeof refund>

export const parcel = v.object({
  id: idOf('parcel'),
  carrierCode: v.string(),
  carrierName: v.string(),
  trackingNumber: v.string(),
  lines: v.array(units),
  shippedAt: epochMs,
  isCorrected: v.boolean(),
})
export type Parcel = v.InferOutput<typeof parcel>

export const order = v.object({
  id: idOf('order'),
  merchantId: idOf('merchant'),
  merchantName: v.string(),
  roomId: v.nullable(idOf('room')),
  status: v.picklist(ORDER_STATUSES),
  lines: v.array(orderLine),
  /** `goods - discount + freight = total`. */
  goods: fen,
  discount: fen,
  freight: fen,
  total: fen,
  couponTitle: v.nullable(v.string()),
  deliverTo,
  createdAt: epochMs,
  /** An unpaid order is closed at this time. */
  expiresAt: epochMs,
  paidAt: v.nullable(epochMs),
  paidBy: v.nullable(wallet),
  shippedAt: v.nullable(epochMs),
  /** A shipped order counts as received at this time. */
  receivedBy: v.nullable(epochMs),
  receivedAt: v.nullable(epochMs),
  closedAt: v.nullable(epochMs),
  closedBecause: v.nullable(v.picklist(CLOSE_REASONS)),
  parcels: v.array(parcel),
  /** Oldest first. */
  refunds: v.array(refund),
  /** What a refund can still be asked for; null when none can. */
  refundable: v.nullable(
    v.object({ lines: v.array(v.object({ ...units.entries, quantity: count, amount: fen })), freight: fen }),
  ),
})
export type Order = v.InferOutput<typeof order>

export const shopOrder = v.object({
  ...order.entries,
  buyerName: v.string(),
  buyerHost: host,
  sharedBy: v.nullable(v.object({ userId: idOf('user'), nickname: v.string(), channel: shareChannel })),
})
export type ShopOrder = v.InferOutput<typeof shopOrder>
