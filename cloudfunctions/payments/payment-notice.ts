import type { Wallet } from '@/contracts/schemas'
import { isId, merchantOf, type PaymentId } from '@/domain/ids'
import type { Context } from '../_kernel/operation'
import type { RawWebhook } from '../_kernel/ports/payment-gateway'
import { settlePayment } from '../_kernel/trade/settle-payment'

interface WebhookReply {
  readonly status: number
  readonly type: string
  readonly body: string
}

/**
 * A wallet's notice. Nothing in it is believed before its signature; then the number must be ours, of this wallet,
 * and for this amount. It is acknowledged only after the commit that it caused, or a commit before it: a wallet that
 * is not told to stop tells again, and that is what saves us when we crash in between.
 */
export async function handlePaymentNotice(
  context: Context,
  wallet: Wallet,
  webhook: RawWebhook,
): Promise<WebhookReply> {
  const gateway = context.wallets[wallet]
  const notice = await gateway.readNotice(webhook)
  if (!notice.ok) {
    context.log.warn('payment-notice-refused', { wallet, code: notice.error.code })
    return gateway.acknowledge(false)
  }
  if (notice.value.kind === 'other') return gateway.acknowledge(true)
  const { paymentId, transactionId, amount, paidAt } = notice.value
  if (!isId('payment', paymentId) || !(await isOurs(context, wallet, paymentId))) {
    context.log.alarm('payment-notice-for-nobody', { wallet, paymentId, transactionId })
    return gateway.acknowledge(false)
  }
  const settlement = await settlePayment(context, { paymentId, transactionId, amount, paidAt })
  return gateway.acknowledge(settlement !== 'mismatch' && settlement !== 'unknown-payment')
}

async function isOurs({ db }: Context, wallet: Wallet, paymentId: PaymentId): Promise<boolean> {
  const row = await db
    .selectFrom('payments')
    .select('wallet')
    .where('merchant_id', '=', merchantOf(paymentId))
    .where('payment_id', '=', paymentId)
    .executeTakeFirst()
  return row?.wallet === wallet
}
