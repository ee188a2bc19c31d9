import type { contracts } from '@/contracts'
import { ok } from '@/domain/result'
import type { Implementation } from '../_kernel/operation'
import { presentOrder, selectOrders } from '../_kernel/trade/load-order'
import { ORDERS_PER_PAGE } from './page'

export const listOrders: Implementation<(typeof contracts)['orders']>['list-orders'] = async (
  { db, viewer, clock },
  { before },
) => {
  let query = selectOrders(db).where('orders.buyer_id', '=', viewer.userId)
  if (before !== undefined) query = query.where('orders.created_at', '<', before)
  const rows = await query.orderBy('orders.created_at', 'desc').limit(ORDERS_PER_PAGE).execute()
  return ok({ orders: rows.map(presentOrder), serverTime: clock.now() })
}
