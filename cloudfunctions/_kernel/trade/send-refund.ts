import { isId, merchantOf } from '@/domain/ids'
import { markRefunded, markRefundFailed } from './refunds'
import type { TradeContext } from './trade-context'

/**
 * Sends money back, asked for by a person or because it had no order to pay for. The refund's number is ours, so
 * however often this runs the wallet moves the money once. Unknown is not failed: it is asked again. Failed is only
 * what the wallet itself says can not be done, and then a person looks.
 */
export async function sendRefund(context: TradeContext, subject: string): Promise<'done' | 'again'> {
  if (!isId('refund', subject)) throw new Error(`Not a refund: ${subject}`)
  const { store } = context.trade
  const [orderId] = await store.ordersOf([subject])
  if (!orderId) return 'done'
  const scope = { merchantId: merchantOf(subject), orders: [orderId] }
  const found = await store.look(scope, (draft) => {
    const refund = draft.refunds.get(subject)
    return refund && { refund, total: draft.payments.need(refund.payment_id).amount_fen }
  })
  if (found?.refund.status !== 'refunding') return 'done'
  const { refund, total } = found
  const sent = await context.wallets[refund.wallet].refund({
    paymentId: refund.payment_id,
    refundId: subject,
    amount: refund.amount_fen,
    total,
    reason: REASON[refund.cause],
  })
  if (sent.ok && !sent.value.done) return 'again'
  if (sent.ok) {
    await store.transact(scope, (draft) => markRefunded(draft, subject))
    return 'done'
  }
  if (sent.error.code === 'unknown') return 'again'
  const { reason } = sent.error
  context.log.alarm('refund-refused', { refundId: subject, reason })
  await store.transact(scope, (draft) => markRefundFailed(draft, subject, reason))
  return 'done'
}

/** The wallet shows it to the buyer. */
const REASON = {
  buyer: '买家申请退款',
  merchant: '商家退款',
  'late-payment': '订单已关闭，款项原路退回',
  'second-payment': '重复付款，款项原路退回',
} as const
