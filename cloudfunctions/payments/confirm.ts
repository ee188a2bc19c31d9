import type { contracts } from '@/contracts'
import { err, ok } from '@/domain/result'
import type { Implementation } from '../_kernel/operation'
import { loadOrderOf } from '../_kernel/trade/load-order'
import { settleByAsking } from '../_kernel/trade/settle-by-asking'

export const confirm: Implementation<(typeof contracts)['payments']>['confirm'] = async (
  context,
  { orderId },
) => {
  const mine = await loadOrderOf(context, orderId)
  if (!mine) return err({ code: 'order-not-found' })
  const asked = await settleByAsking(context, orderId)
  const order = await loadOrderOf(context, orderId)
  if (!order) return err({ code: 'order-not-found' })
  // Whatever the wallet failed to say, an order that is settled needs no answer any more.
  return asked.ok || order.status !== 'awaiting-payment' ? ok({ order }) : err({ code: 'payment-unknown' })
}
