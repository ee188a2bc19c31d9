import { isId, merchantOf, type PaymentId } from '@/domain/ids'
import type { JobHandler } from '../_kernel/jobs'
import type { Context } from '../_kernel/operation'

/**
 * Sends back money that had no order to pay for. The refund's number is made of the payment's, so however often this
 * runs the wallet moves the money once.
 */
export const refundPayment: JobHandler = async (context, subject) => {
  if (!isId('payment', subject)) throw new Error(`Not a payment: ${subject}`)
  const payment = await loadRefunding(context, subject)
  if (!payment) return 'done'
  const refund = await context.wallets[payment.wallet].refund({
    paymentId: subject,
    refundId: `rf_${subject}`,
    amount: payment.amount_fen,
    total: payment.amount_fen,
    reason: '订单已关闭，款项原路退回',
  })
  if (!refund.ok && refund.error.code === 'refused') {
    context.log.alarm('refund-refused', { paymentId: subject, reason: refund.error.reason })
  }
  if (!refund.ok || !refund.value.done) return 'again'
  await context.db
    .updateTable('payments')
    .set({ status: 'refunded' })
    .where('merchant_id', '=', merchantOf(subject))
    .where('payment_id', '=', subject)
    .where('status', '=', 'refunding')
    .execute()
  return 'done'
}

const loadRefunding = ({ db }: Context, paymentId: PaymentId) =>
  db
    .selectFrom('payments')
    .select(['wallet', 'amount_fen'])
    .where('merchant_id', '=', merchantOf(paymentId))
    .where('payment_id', '=', paymentId)
    .where('status', '=', 'refunding')
    .executeTakeFirst()
