import * as v from 'valibot'
import { contract, operation } from './contract'
import { shareChannel, sharerToken } from './rooms'
import { epochMs, fen, host, idOf, wallet } from './schemas'

export const orderLine = v.object({
  skuId: idOf('sku'),
  productId: idOf('product'),
  productName: v.string(),
  skuName: v.string(),
  pictureUrl: v.string(),
  price: fen,
  quantity: v.number(),
})
export const order = v.object({
  id: idOf('order'),
  merchantId: idOf('merchant'),
  merchantName: v.string(),
  roomId: v.nullable(idOf('room')),
  status: v.picklist(['awaiting-payment', 'paid', 'closed']),
  lines: v.array(orderLine),
  total: fen,
  deliverTo: v.object({ name: v.string(), phone: v.string(), region: v.string(), detail: v.string() }),
  createdAt: epochMs,
  /** An unpaid order is closed at this time. */
  expiresAt: epochMs,
  paidAt: v.nullable(epochMs),
  paidBy: v.nullable(wallet),
  closedBecause: v.nullable(v.picklist(['buyer', 'timeout'])),
  /** Money that came after the order was closed, or twice, and goes or went back. */
  refund: v.nullable(v.object({ amount: fen, status: v.picklist(['under-way', 'done']) })),
})
export type Order = v.InferOutput<typeof order>

export const shopOrder = v.object({
  ...order.entries,
  buyerName: v.string(),
  buyerHost: host,
  sharedBy: v.nullable(v.object({ userId: idOf('user'), nickname: v.string(), channel: shareChannel })),
})
export type ShopOrder = v.InferOutput<typeof shopOrder>

const orderInput = v.object({ orderId: idOf('order') })
/** Newest first, 20 a page; `before` is the `createdAt` of the last one seen. */
const page = { before: v.optional(epochMs) }

export const orders = contract('orders', {
  /** Reserves the stock and fixes the price in one commit. The client never sends a price: unknown fields are refused. */
  'place-order': operation({
    caller: 'viewer',
    effect: 'once',
    input: v.strictObject({
      skuId: idOf('sku'),
      quantity: v.number(),
      addressId: idOf('address'),
      roomId: idOf('room'),
      sharerToken: v.optional(sharerToken),
    }),
    output: v.object({ order }),
    errors: [
      'quantity-invalid',
      'product-not-found',
      'product-off-shelf',
      'room-not-found',
      'room-not-live',
      'room-ended',
      'sold-out',
      'stock-short',
      'address-not-found',
    ],
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
    output: v.object({ orders: v.array(order), serverTime: epochMs }),
    errors: [],
  }),
  /** Closes at the wallet first, so that no payment can arrive for stock that has gone. */
  'cancel-order': operation({
    caller: 'viewer',
    effect: 'safe',
    input: orderInput,
    output: v.object({ order }),
    errors: ['order-not-found', 'order-paid', 'payment-unknown'],
  }),
  'list-shop-orders': operation({
    caller: 'merchant',
    effect: 'read',
    input: v.object({ merchantId: idOf('merchant'), ...page }),
    output: v.object({ orders: v.array(shopOrder), serverTime: epochMs }),
    errors: [],
  }),
})
