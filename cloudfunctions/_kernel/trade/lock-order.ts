import { merchantOf, type OrderId } from '@/domain/ids'
import type { Context } from '../operation'

/**
 * An order with its lines and payments, locked until the caller's transaction ends. Every change of an order begins
 * here; then come payments, stock rows and rooms, in this order, so that no two transactions wait for each other.
 */
export async function lockOrder({ db }: Context, orderId: OrderId) {
  const merchantId = merchantOf(orderId)
  const order = await db
    .selectFrom('orders')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('order_id', '=', orderId)
    .forUpdate()
    .executeTakeFirst()
  if (!order) return null
  const lines = await db
    .selectFrom('order_lines')
    .select(['sku_id as skuId', 'quantity'])
    .where('merchant_id', '=', merchantId)
    .where('order_id', '=', orderId)
    .orderBy('sku_id')
    .execute()
  const payments = await db
    .selectFrom('payments')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('order_id', '=', orderId)
    .orderBy('payment_id')
    .execute()
  return { order, lines, payments }
}
export type LockedOrder = NonNullable<Awaited<ReturnType<typeof lockOrder>>>
