import type { contracts } from '@/contracts'
import { err, ok } from '@/domain/result'
import type { Implementation } from '../_kernel/operation'
import { loadOrderOf, needOrderOf } from '../_kernel/trade/load-order'
import { settleByAsking } from '../_kernel/trade/settle-by-asking'

export const confirm: Implementation<(typeof contracts)['payments']>['confirm'] = async (
  context,
  { orderId },
) => {
  if (!(await loadOrderOf(context, orderId))) return err({ code: 'order-not-found' })
  const asked = await settleByAsking(context, orderId)
  const order = await needOrderOf(context, orderId)
  // Whatever the wallet failed to say, an order that is settled needs no answer any more.
  return asked.ok || order.status !== 'awaiting-payment' ? ok({ order }) : err({ code: 'payment-unknown' })
}
