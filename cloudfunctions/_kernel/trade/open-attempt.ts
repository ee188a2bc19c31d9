import type { WireError } from '@/contracts/errors'
import type { Wallet } from '@/contracts/schemas'
import { merchantOf, type OrderId, type PaymentId } from '@/domain/ids'
import { err, ok, type Result } from '@/domain/result'
import type { TradeContext } from './trade-context'
import type { TradeDraft } from './trade-draft'
import type { PaymentRow } from './trade-rows'
import { writeAttempt } from './write-attempt'

/**
 * The order's open attempt at this wallet, or a new one. It is written down before the wallet hears of it, so that
 * whatever the wallet answers, and even if it never does, we know which number to ask about. An attempt that is there
 * needs no lock: whoever closes the order closes it at the wallet, which then refuses to open it. A new one is written
 * under the order's lock, so that closing cannot miss it.
 */
export async function openAttempt(
  { trade }: TradeContext,
  orderId: OrderId,
  wallet: Wallet,
): Promise<Result<PaymentId, WireError>> {
  const scope = { merchantId: merchantOf(orderId), orders: [orderId] }
  const seen = await trade.store.look(scope, (draft) => findAttempt(draft, orderId, wallet))
  if (!seen.ok) return seen
  if (seen.value) return ok(seen.value.payment_id)
  return trade.store.transact(scope, (draft) => findOrWrite(draft, orderId, wallet))
}

function findAttempt(
  draft: TradeDraft,
  orderId: OrderId,
  wallet: Wallet,
): Result<PaymentRow | null, WireError> {
  const whole = draft.whole(orderId)
  if (!whole) return err({ code: 'order-not-found' })
  const { order, payments } = whole
  if (order.status !== 'awaiting-payment' && order.status !== 'closed') return err({ code: 'order-paid' })
  if (order.status === 'closed' || order.expires_at <= draft.now) return err({ code: 'order-closed' })
  return ok(payments.find((payment) => payment.wallet === wallet && payment.status === 'created') ?? null)
}

function findOrWrite(draft: TradeDraft, orderId: OrderId, wallet: Wallet): Result<PaymentId, WireError> {
  const found = findAttempt(draft, orderId, wallet)
  if (!found.ok) return found
  if (found.value) return ok(found.value.payment_id)
  const order = draft.orders.need(orderId)
  const paymentId = draft.ids.make('payment', order.merchant_id)
  writeAttempt(draft, order, { paymentId, wallet })
  return ok(paymentId)
}
