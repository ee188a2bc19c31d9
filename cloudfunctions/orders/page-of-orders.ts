import { sql } from 'kysely'
import type { OrderId } from '@/domain/ids'
import type { EpochMs } from '@/domain/time'

const ORDERS_PER_PAGE = 20
/** One more than is shown tells whether there is a next page. */
export const ROWS_PER_PAGE = ORDERS_PER_PAGE + 1

interface Placed {
  readonly order_id: OrderId
  readonly created_at: EpochMs
}

/** A crowd orders many in one millisecond: the time alone would skip those that share it with a page's last one. */
export const isAfter = (cursor: string) => {
  const [createdAt, orderId] = cursor.split('.')
  return sql<boolean>`(orders.created_at, orders.order_id) < (${Number(createdAt)}, ${orderId})`
}

export function pageOf<Row extends Placed, Shown>(rows: readonly Row[], present: (row: Row) => Shown) {
  const shown = rows.slice(0, ORDERS_PER_PAGE)
  const last = rows.length > shown.length ? shown.at(-1) : undefined
  return {
    orders: shown.map((row) => present(row)),
    next: last === undefined ? null : `${last.created_at}.${last.order_id}`,
  }
}
