import type { contracts } from '@/contracts'
import type { WireError } from '@/contracts/errors'
import { merchantOf, type OrderId, type RefundId } from '@/domain/ids'
import { err, ok, type Result } from '@/domain/result'
import type { Context, Implementation } from '../_kernel/operation'
import { needOrderOf, needShopOrder } from '../_kernel/trade/load-order'
import { answerRefund as answer } from '../_kernel/trade/refunds'

type Orders = Implementation<typeof contracts.orders>

/** The shop's answer; a refusal tells why. */
export const answerRefund: Orders['answer-refund'] = async (context, { refundId, answer: word, note }) => {
  if (word === 'refuse' && note === '') return err({ code: 'refund-note-missing', field: 'note' })
  const event = word === 'agree' ? 'agreed' : 'refused'
  return shown(context, await say(context, refundId, { event, note, by: 'shop' }))
}

export const retryRefund: Orders['retry-refund'] = async (context, { refundId }) =>
  shown(context, await say(context, refundId, { event: 'tried-again', note: '', by: 'shop' }))

export const withdrawRefund: Orders['withdraw-refund'] = async (context, { refundId }) => {
  const said = await say(context, refundId, { event: 'withdrawn', note: '', by: context.viewer.userId })
  if (!said.ok) return said
  return ok({ order: await needOrderOf(context, said.value) })
}

async function say(
  { trade }: Context,
  refundId: RefundId,
  words: Parameters<typeof answer>[2],
): Promise<Result<OrderId, WireError>> {
  const [orderId] = await trade.store.ordersOf([refundId])
  if (!orderId) return err({ code: 'refund-not-found' })
  return trade.store.transact({ merchantId: merchantOf(refundId), orders: [orderId] }, (draft) =>
    answer(draft, refundId, words),
  )
}

async function shown(context: Context, said: Result<OrderId, WireError>) {
  if (!said.ok) return said
  return ok({ order: await needShopOrder(context, said.value) })
}
