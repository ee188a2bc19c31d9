import type { Wallet } from '@/contracts/schemas'
import { isId } from '@/domain/ids'
import type { RawWebhook } from '../_kernel/ports/payment-gateway'
import type { Settlement } from '../_kernel/trade/settle-payment'
import type { TradeContext } from '../_kernel/trade/trade-context'

interface WebhookReply {
  readonly status: number
  readonly type: string
  readonly body: string
}

const IS_TAKEN: ReadonlySet<Settlement> = new Set(['taken', 'repeated', 'refunding'])

/**
 * A wallet's notice. Nothing in it is believed before its signature; then the number must be ours, of this wallet,
 * and for this amount. It is acknowledged only after the commit that it caused, or a commit before it: a wallet that
 * is not told to stop tells again, and that is what saves us when we crash in between.
 */
export async function handlePaymentNotice(
  context: TradeContext,
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
  if (!isId('payment', paymentId)) {
    context.log.alarm('payment-notice-for-nobody', { wallet, paymentId, transactionId })
    return gateway.acknowledge(false)
  }
  const settlement = await context.trade.settle({ paymentId, wallet, transactionId, amount, paidAt })
  return gateway.acknowledge(IS_TAKEN.has(settlement))
}
