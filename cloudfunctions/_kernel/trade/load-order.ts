import { sql } from 'kysely'
import type { Order, Parcel, Refund, ShopOrder } from '@/contracts/order'
import { findCarrier } from '@/domain/carriers'
import { merchantOf, type MerchantId, type OrderId } from '@/domain/ids'
import { canAskForRefund, RECEIVE_WINDOW_MS } from '@/domain/order'
import { pictureUrl } from '../live/picture-url'
import type { Context, ViewerContext } from '../operation'
import { refundable } from './refunds'
import type { LineRow, OrderRow, ParcelRow, PaymentRow, RefundRow } from './trade-rows'

/** A row of a table as JSON, so that one order with all that hangs on it is seen at one moment, in one statement. */
const asJson = <Row>(table: string, order: string) =>
  sql<readonly Row[]>`(
    select coalesce(json_agg(to_json(part) order by ${sql.raw(order)}), '[]')
    from ${sql.table(table)} part
    where part.merchant_id = orders.merchant_id and part.order_id = orders.order_id)`

/** Orders with everything that is shown of them, to be narrowed by the caller. */
export const selectOrders = (db: Context['db']) =>
  db
    .selectFrom('orders')
    .innerJoin('merchants', 'merchants.merchant_id', 'orders.merchant_id')
    .selectAll('orders')
    .select('merchants.name as merchant_name')
    .select([
      asJson<LineRow>('order_lines', 'part.line').as('lines'),
      asJson<PaymentRow>('payments', 'part.created_at, part.payment_id').as('payments'),
      asJson<RefundRow>('refunds', 'part.created_at, part.refund_id').as('refunds'),
      asJson<ParcelRow>('parcels', 'part.shipped_at, part.parcel_id').as('parcels'),
    ])

export interface LoadedOrder extends OrderRow {
  readonly merchant_name: string
  readonly lines: readonly LineRow[]
  readonly payments: readonly PaymentRow[]
  readonly refunds: readonly RefundRow[]
  readonly parcels: readonly ParcelRow[]
}

export function presentOrder(row: LoadedOrder): Order {
  const payment = row.payments.find(({ payment_id: id }) => id === row.payment_id)
  return {
    id: row.order_id,
    merchantId: row.merchant_id,
    merchantName: row.merchant_name,
    roomId: row.room_id,
    status: row.status,
    lines: row.lines.map((line) => presentLine(row, line)),
    goods: row.goods_fen,
    discount: row.discount_fen,
    freight: row.freight_fen,
    total: row.total_fen,
    couponTitle: row.coupon_title,
    deliverTo: row.deliver_to,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    paidAt: row.paid_at,
    paidBy: payment?.wallet ?? null,
    shippedAt: row.shipped_at,
    receivedBy:
      row.status === 'shipped' && row.shipped_at !== null ? row.shipped_at + RECEIVE_WINDOW_MS : null,
    receivedAt: row.received_at,
    closedAt: row.closed_at,
    closedBecause: row.close_reason,
    parcels: row.parcels.map(presentParcel),
    refunds: row.refunds.map(presentRefund),
    refundable: presentRefundable(row),
  }
}

function presentLine(
  { parcels, refunds, payment_id: paidWith }: LoadedOrder,
  row: LineRow,
): Order['lines'][number] {
  const unitsIn = (parts: readonly { readonly line: number; readonly quantity: number }[]): number =>
    parts.filter(({ line }) => line === row.line).reduce((sum, { quantity }) => sum + quantity, 0)
  const back = refunds.filter(({ status, payment_id: id }) => status === 'refunded' && id === paidWith)
  return {
    line: row.line,
    skuId: row.sku_id,
    productId: row.product_id,
    productName: row.product_name,
    skuName: row.sku_name,
    pictureUrl: row.picture_url,
    price: row.price_fen,
    regularPrice: row.regular_fen,
    priceKind: row.price_kind,
    quantity: row.quantity,
    discount: row.discount_fen,
    payable: row.payable_fen,
    shipped: unitsIn(parcels.flatMap(({ lines }) => lines)),
    refunded: unitsIn(back.flatMap(({ lines }) => lines)),
  }
}

const presentParcel = (row: ParcelRow): Parcel => ({
  id: row.parcel_id,
  carrierCode: row.carrier_code,
  carrierName: findCarrier(row.carrier_code)?.name ?? row.carrier_code,
  trackingNumber: row.tracking_number,
  lines: [...row.lines],
  shippedAt: row.shipped_at,
  isCorrected: row.is_corrected,
})

const presentRefund = (row: RefundRow): Refund => ({
  id: row.refund_id,
  cause: row.cause,
  status: row.status,
  lines: row.lines.map(({ line, quantity, amount }) => ({ line, quantity, amount })),
  freight: row.freight_fen,
  amount: row.amount_fen,
  wallet: row.wallet,
  reason: row.reason,
  note: row.note,
  pictureUrls: row.picture_ids.map((id) => pictureUrl(id)),
  answer: row.answer,
  createdAt: row.created_at,
  answeredAt: row.answered_at,
  doneAt: row.done_at,
})

function presentRefundable(row: LoadedOrder): Order['refundable'] {
  if (!canAskForRefund(row.status)) return null
  const { lines, freight } = refundable({ ...row, order: row })
  const left = lines.filter(({ quantity }) => quantity > 0)
  return left.length === 0 ? null : { lines: left.map((line) => ({ ...line })), freight }
}

/** The order as its buyer sees it; null also when it is somebody else's, so that ids tell nothing. */
export async function loadOrderOf({ db, viewer }: ViewerContext, orderId: OrderId): Promise<Order | null> {
  const row = await selectOrders(db)
    .where('orders.merchant_id', '=', merchantOf(orderId))
    .where('orders.order_id', '=', orderId)
    .where('orders.buyer_id', '=', viewer.userId)
    .executeTakeFirst()
  return row ? presentOrder(row) : null
}

/** The same, for an order that was theirs a moment ago. */
export async function needOrderOf(context: ViewerContext, orderId: OrderId): Promise<Order> {
  const order = await loadOrderOf(context, orderId)
  if (!order) throw new Error(`${orderId} was theirs and is not found`)
  return order
}

/** A shop's orders with who bought and who shared. Users live on their own shards: looked up, knowingly, by key. */
export const selectShopOrders = (db: Context['db'], merchantId: MerchantId) =>
  selectOrders(db)
    .innerJoin('users as buyer', 'buyer.user_id', 'orders.buyer_id')
    .leftJoin('users as sharer', 'sharer.user_id', 'orders.sharer_id')
    .select(['buyer.nickname as buyer_name', 'sharer.nickname as sharer_name'])
    .where('orders.merchant_id', '=', merchantId)

interface LoadedShopOrder extends LoadedOrder {
  readonly buyer_name: string
  readonly sharer_name: string | null
}

export function presentShopOrder(row: LoadedShopOrder): ShopOrder {
  const { sharer_id: userId, share_channel: channel, sharer_name: nickname } = row
  const isShared = userId !== null && channel !== null && nickname !== null
  return {
    ...presentOrder(row),
    buyerName: row.buyer_name,
    buyerHost: row.buyer_host,
    sharedBy: isShared ? { userId, nickname, channel } : null,
  }
}

/** The order as its shop sees it; the caller's membership was checked, and a decision has just found the order. */
export async function needShopOrder({ db }: Context, orderId: OrderId): Promise<ShopOrder> {
  const row = await selectShopOrders(db, merchantOf(orderId))
    .where('orders.order_id', '=', orderId)
    .executeTakeFirstOrThrow()
  return presentShopOrder(row)
}
