import type { contracts } from '@/contracts'
import { merchantOf } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import { intentOf, type Implementation } from '../_kernel/operation'
import { needOrderOf } from '../_kernel/trade/load-order'
import { askForRefund } from '../_kernel/trade/refunds'

export const requestRefund: Implementation<typeof contracts.orders>['request-refund'] = async (
  context,
  { orderId, units, reason, note, pictureIds },
) => {
  const merchantId = merchantOf(orderId)
  if (pictureIds.some((id) => merchantOf(id) !== merchantId))
    return err({ code: 'picture-invalid', field: 'pictureIds' })
  const intent = intentOf(context)
  const asked = await context.trade.store.transact(
    { merchantId, orders: [orderId], intents: [intent] },
    (draft) => askForRefund(draft, { intent, orderId, units, by: 'buyer', reason, note, pictureIds }),
  )
  if (!asked.ok) return asked
  return ok({ order: await needOrderOf(context, orderId) })
}
