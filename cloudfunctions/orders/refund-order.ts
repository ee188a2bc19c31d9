import type { contracts } from '@/contracts'
import { merchantOf } from '@/domain/ids'
import { ok } from '@/domain/result'
import { intentOf, type Implementation } from '../_kernel/operation'
import { needShopOrder } from '../_kernel/trade/load-order'
import { askForRefund } from '../_kernel/trade/refunds'

export const refundOrder: Implementation<typeof contracts.orders>['refund-order'] = async (
  context,
  { orderId, units, note },
) => {
  const intent = intentOf(context)
  const asked = await context.trade.store.transact(
    { merchantId: merchantOf(orderId), orders: [orderId], intents: [intent] },
    (draft) =>
      askForRefund(draft, { intent, orderId, units, by: 'merchant', reason: null, note, pictureIds: [] }),
  )
  if (!asked.ok) return asked
  return ok({ order: await needShopOrder(context, orderId) })
}
