import type { contracts } from '@/contracts'
import { ok } from '@/domain/result'
import type { Implementation } from '../_kernel/operation'
import { closeOrder as close } from '../_kernel/trade/close-order'
import { needShopOrder } from '../_kernel/trade/load-order'

export const closeOrder: Implementation<typeof contracts.orders>['close-order'] = async (
  context,
  { orderId },
) => {
  const closed = await close(context, orderId, 'closed-by-merchant')
  if (!closed.ok) return closed
  return ok({ order: await needShopOrder(context, orderId) })
}
