import type { contracts } from '@/contracts'
import { merchantOf } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import type { Implementation } from '../_kernel/operation'
import { presentShopOrder, selectShopOrders } from '../_kernel/trade/load-order'

/** One order as the shop's members see it; membership was checked before this runs. */
export const getShopOrder: Implementation<typeof contracts.orders>['get-shop-order'] = async (
  { db, clock },
  { orderId },
) => {
  const row = await selectShopOrders(db, merchantOf(orderId))
    .where('orders.order_id', '=', orderId)
    .executeTakeFirst()
  return row
    ? ok({ order: presentShopOrder(row), serverTime: clock.now() })
    : err({ code: 'order-not-found' })
}
