import type { contracts } from '@/contracts'
import { err, ok } from '@/domain/result'
import type { Implementation } from '../_kernel/operation'
import { closeOrder } from '../_kernel/trade/close-order'
import { loadOrderOf, needOrderOf } from '../_kernel/trade/load-order'

export const cancelOrder: Implementation<typeof contracts.orders>['cancel-order'] = async (
  context,
  { orderId },
) => {
  const mine = await loadOrderOf(context, orderId)
  if (!mine) return err({ code: 'order-not-found' })
  const closed = await closeOrder(context, orderId, 'closed-by-buyer')
  if (!closed.ok) return closed
  return ok({ order: await needOrderOf(context, orderId) })
}
