import type { contracts } from '@/contracts'
import type { ShopOrder } from '@/contracts/orders'
import { ok } from '@/domain/result'
import type { Context, Implementation } from '../_kernel/operation'
import { presentOrder, selectOrders } from '../_kernel/trade/load-order'
import { ORDERS_PER_PAGE } from './page'

const selectShopOrders = (db: Context['db']) =>
  selectOrders(db)
    .innerJoin('users as buyer', 'buyer.user_id', 'orders.buyer_id')
    .leftJoin('users as sharer', 'sharer.user_id', 'orders.sharer_id')
    .select(['buyer.nickname as buyer_name', 'sharer.nickname as sharer_name'])
type ShopOrderRow = Awaited<ReturnType<ReturnType<typeof selectShopOrders>['executeTakeFirstOrThrow']>>

function presentSharer(row: ShopOrderRow): ShopOrder['sharedBy'] {
  const { sharer_id: userId, share_channel: channel, sharer_name: nickname } = row
  return userId !== null && channel !== null && nickname !== null ? { userId, nickname, channel } : null
}

/** The shop's orders as its members see them; membership was checked before this runs. */
export const listShopOrders: Implementation<(typeof contracts)['orders']>['list-shop-orders'] = async (
  { db, clock },
  { merchantId, before },
) => {
  let query = selectShopOrders(db).where('orders.merchant_id', '=', merchantId)
  if (before !== undefined) query = query.where('orders.created_at', '<', before)
  const rows = await query.orderBy('orders.created_at', 'desc').limit(ORDERS_PER_PAGE).execute()
  const orders = rows.map((row) => ({
    ...presentOrder(row),
    buyerName: row.buyer_name,
    buyerHost: row.buyer_host,
    sharedBy: presentSharer(row),
  }))
  return ok({ orders, serverTime: clock.now() })
}
