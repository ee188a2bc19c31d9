import { sql } from 'kysely'
import { isId, merchantOf, type OrderId, type ParcelId, type PaymentId, type RefundId } from '@/domain/ids'
import type { Database } from '../../database/database'

type PartId = PaymentId | RefundId | ParcelId
const TABLES = [
  { kind: 'payment', table: 'payments', key: 'payment_id' },
  { kind: 'refund', table: 'refunds', key: 'refund_id' },
  { kind: 'parcel', table: 'parcels', key: 'parcel_id' },
] as const

/** The table is told by the id's kind and the shard by its merchant: a look-up by key for each kind that is asked for. */
export async function ordersOf(db: Database, ids: readonly PartId[]): Promise<readonly (OrderId | null)[]> {
  const orders = new Map<string, OrderId>()
  for (const { kind, table, key } of TABLES) {
    const wanted = ids.filter((id) => isId(kind, id))
    if (wanted.length === 0) continue
    const merchants = [...new Set(wanted.map(merchantOf))]
    const { rows } = await sql<{ id: string; order_id: OrderId }>`
      select ${sql.ref(key)} as id, order_id from ${sql.table(table)}
      where merchant_id = any(${merchants}::text[]) and ${sql.ref(key)} = any(${wanted}::text[])`.execute(db)
    for (const row of rows) orders.set(row.id, row.order_id)
  }
  return ids.map((id) => orders.get(id) ?? null)
}
