import { sql } from 'kysely'
import type { contracts, Input } from '@/contracts'
import { isId, type MerchantId } from '@/domain/ids'
import { ok } from '@/domain/result'
import type { OrderStatus } from '@/domain/order'
import type { Context, Implementation } from '../_kernel/operation'
import { presentShopOrder, selectShopOrders } from '../_kernel/trade/load-order'
import { isAfter, pageOf, ROWS_PER_PAGE } from './page-of-orders'

type Filter = Input<'orders', 'list-shop-orders'>['filter']
const STATUSES: Readonly<Record<Exclude<Filter, 'all' | 'refunds'>, readonly OrderStatus[]>> = {
  unpaid: ['awaiting-payment'],
  'to-ship': ['paid', 'part-shipped'],
  shipped: ['shipped', 'received', 'done'],
  closed: ['closed', 'refunded'],
}

/** The shop's orders as its members see them; membership was checked before this runs. */
export const listShopOrders: Implementation<typeof contracts.orders>['list-shop-orders'] = async (
  { db, clock },
  { merchantId, after, filter, search },
) => {
  let query = selectShopOrders(db, merchantId)
  if (after !== undefined) query = query.where(isAfter(after))
  if (filter === 'refunds') query = query.where(hasRefunds)
  else if (filter !== 'all') query = query.where('orders.status', 'in', STATUSES[filter])
  if (search) query = query.where(matches(merchantId, search))
  const rows = await query
    .orderBy('orders.created_at', 'desc')
    .orderBy('orders.order_id', 'desc')
    .limit(ROWS_PER_PAGE)
    .execute()
  return ok({
    ...pageOf(rows, presentShopOrder),
    waiting: await countWaiting(db, merchantId),
    serverTime: clock.now(),
  })
}

const hasRefunds = sql<boolean>`exists (
  select 1 from refunds r where r.merchant_id = orders.merchant_id and r.order_id = orders.order_id)`

/** An order's number, the buyer's phone, or a parcel's number. The shop is named once more: its parcels alone are read. */
const matches = (merchantId: MerchantId, search: string) =>
  isId('order', search)
    ? sql<boolean>`orders.order_id = ${search}`
    : sql<boolean>`(orders.deliver_to ->> 'phone' = ${search} or exists (
        select 1 from parcels p where p.merchant_id = ${merchantId}
          and p.order_id = orders.order_id and p.tracking_number = ${search}))`

async function countWaiting(db: Context['db'], merchantId: MerchantId) {
  const toShip = sql<number>`(select count(*)::int from orders
    where merchant_id = ${merchantId} and status in ('paid', 'part-shipped'))`
  const refunds = sql<number>`(select count(*)::int from refunds
    where merchant_id = ${merchantId} and status in ('requested', 'failed'))`
  return db.selectNoFrom([toShip.as('toShip'), refunds.as('refunds')]).executeTakeFirstOrThrow()
}
