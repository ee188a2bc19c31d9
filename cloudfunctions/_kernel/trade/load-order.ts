import { sql } from 'kysely'
import type { Order } from '@/contracts/orders'
import { merchantOf, type OrderId } from '@/domain/ids'
import type { Context, ViewerContext } from '../operation'

/**
 * Orders with everything that is shown of them, to be narrowed by the caller. Lines and payments come as JSON in the
 * same statement, so that one order is always seen at one moment.
 */
export const selectOrders = (db: Context['db']) =>
  db
    .selectFrom('orders')
    .innerJoin('merchants', 'merchants.merchant_id', 'orders.merchant_id')
    .selectAll('orders')
    .select('merchants.name as merchant_name')
    .select([
      sql<readonly LineJson[]>`(
        select coalesce(json_agg(json_build_object(
          'skuId', line.sku_id, 'productId', line.product_id, 'productName', line.product_name,
          'skuName', line.sku_name, 'pictureUrl', line.picture_url, 'price', line.price_fen, 'quantity', line.quantity
        ) order by line.line), '[]')
        from order_lines line
        where line.merchant_id = orders.merchant_id and line.order_id = orders.order_id)`.as('lines'),
      sql<readonly PaymentJson[]>`(
        select coalesce(json_agg(json_build_object(
          'wallet', pay.wallet, 'status', pay.status, 'amount', pay.amount_fen
        ) order by pay.created_at, pay.payment_id), '[]')
        from payments pay
        where pay.merchant_id = orders.merchant_id and pay.order_id = orders.order_id)`.as('payments'),
    ])

type LineJson = Order['lines'][number]
interface PaymentJson {
  readonly wallet: NonNullable<Order['paidBy']>
  readonly status: 'created' | 'paid' | 'closed' | 'refunding' | 'refunded'
  readonly amount: LineJson['price']
}
export type OrderRow = Awaited<ReturnType<ReturnType<typeof selectOrders>['executeTakeFirstOrThrow']>>

function presentRefund(payments: readonly PaymentJson[]): Order['refund'] {
  const refund = payments.find(({ status }) => status === 'refunding' || status === 'refunded')
  return refund
    ? { amount: refund.amount, status: refund.status === 'refunded' ? 'done' : 'under-way' }
    : null
}

export const presentOrder = (row: OrderRow): Order => ({
  id: row.order_id,
  merchantId: row.merchant_id,
  merchantName: row.merchant_name,
  roomId: row.room_id,
  status: row.status,
  lines: [...row.lines],
  total: row.total_fen,
  deliverTo: row.deliver_to,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  paidAt: row.paid_at,
  paidBy: row.payments.find(({ status }) => status === 'paid')?.wallet ?? null,
  closedBecause: row.close_reason,
  refund: presentRefund(row.payments),
})

/** The order as its buyer sees it; null also when it is somebody else's, so that ids tell nothing. */
export async function loadOrderOf({ db, viewer }: ViewerContext, orderId: OrderId): Promise<Order | null> {
  const row = await selectOrders(db)
    .where('orders.merchant_id', '=', merchantOf(orderId))
    .where('orders.order_id', '=', orderId)
    .where('orders.buyer_id', '=', viewer.userId)
    .executeTakeFirst()
  return row ? presentOrder(row) : null
}
