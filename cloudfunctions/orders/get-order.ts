import type { contracts } from '@/contracts'
import { err, ok } from '@/domain/result'
import type { Implementation } from '../_kernel/operation'
import { loadOrderOf } from '../_kernel/trade/load-order'

export const getOrder: Implementation<typeof contracts.orders>['get-order'] = async (
  context,
  { orderId },
) => {
  const order = await loadOrderOf(context, orderId)
  return order ? ok({ order, serverTime: context.clock.now() }) : err({ code: 'order-not-found' })
}
