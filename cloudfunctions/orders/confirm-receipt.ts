import type { contracts } from '@/contracts'
import { merchantOf } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import type { Implementation } from '../_kernel/operation'
import { loadOrderOf, needOrderOf } from '../_kernel/trade/load-order'
import { receive } from '../_kernel/trade/parcels'

export const confirmReceipt: Implementation<typeof contracts.orders>['confirm-receipt'] = async (
  context,
  { orderId },
) => {
  if (!(await loadOrderOf(context, orderId))) return err({ code: 'order-not-found' })
  const scope = { merchantId: merchantOf(orderId), orders: [orderId] }
  const received = await context.trade.store.transact(scope, (draft) =>
    receive(draft, orderId, 'received-by-buyer'),
  )
  if (!received.ok) return received
  return ok({ order: await needOrderOf(context, orderId) })
}
