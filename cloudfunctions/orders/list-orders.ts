import type { contracts } from '@/contracts'
import { ok } from '@/domain/result'
import type { Implementation } from '../_kernel/operation'
import { presentOrder, selectOrders } from '../_kernel/trade/load-order'
import { isAfter, pageOf, ROWS_PER_PAGE } from './page-of-orders'

export const listOrders: Implementation<typeof contracts.orders>['list-orders'] = async (
  { db, viewer, clock },
  { after },
) => {
  let query = selectOrders(db).where('orders.buyer_id', '=', viewer.userId)
  if (after !== undefined) query = query.where(isAfter(after))
  const rows = await query
    .orderBy('orders.created_at', 'desc')
    .orderBy('orders.order_id', 'desc')
    .limit(ROWS_PER_PAGE)
    .execute()
  return ok({ ...pageOf(rows, presentOrder), serverTime: clock.now() })
}
