import type { contracts } from '@/contracts'
import { err, ok } from '@/domain/result'
import type { Implementation } from '../_kernel/operation'
import { closeOrder } from '../_kernel/trade/close-order'
import { loadOrderOf } from '../_kernel/trade/load-order'

export const cancelOrder: Implementation<(typeof contracts)['orders']>['cancel-order'] = async (
  context,
  { orderId },
) => {
  const mine = await loadOrderOf(context, orderId)
  if (!mine) return err({ code: 'order-not-found' })
  const closed = await closeOrder(context, orderId, { type: 'closed-by-buyer' })
  // An order that is closed already is what the buyer wanted.
  if (!closed.ok && closed.error.code !== 'order-closed') return err({ code: closed.error.code })
  const order = await loadOrderOf(context, orderId)
  return order ? ok({ order }) : err({ code: 'order-not-found' })
}
