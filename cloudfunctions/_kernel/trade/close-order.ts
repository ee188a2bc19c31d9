import type { OrderId } from '@/domain/ids'
import type { WireError } from '@/contracts/errors'
import { decideOrder, type OrderEvent } from '@/domain/order'
import { err, ok, type Result } from '@/domain/result'
import type { Context } from '../operation'
import { inTransaction } from '../transaction'
import { lockOrder, type LockedOrder } from './lock-order'
import { settlePayment } from './settle-payment'
import { releaseStock } from './stock'

type ClosingEvent = Exclude<OrderEvent, { readonly type: 'payment-received' }>
type Payment = LockedOrder['payments'][number]
type ClosingError = WireError

// A payment attempt may begin while the wallet closes the others; each round closes what the last one met.
const ROUNDS = 5

/**
 * Closes an unpaid order: first every open attempt at its wallet, then, in one commit, the order, giving its stock
 * back. In the other order a buyer could pay for units that were already sold to somebody else. When a wallet says
 * that the order has been paid, it becomes paid; when a wallet does not answer, nothing changes and the caller
 * comes back later.
 */
export async function closeOrder(
  context: Context,
  orderId: OrderId,
  event: ClosingEvent,
): Promise<Result<void, ClosingError>> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const open = await inTransaction(context, (inside) => closeUnlessOpen(inside, orderId, event))
    if (!open.ok) return open
    if (open.value.length === 0) return ok(undefined)
    for (const payment of open.value) {
      const outcome = await closeAttempt(context, payment)
      if (!outcome.ok) return outcome
    }
  }
  return err({ code: 'payment-unknown' })
}

/** Closes the order, or returns the attempts that must be closed first. */
async function closeUnlessOpen(
  context: Context,
  orderId: OrderId,
  event: ClosingEvent,
): Promise<Result<readonly Payment[], ClosingError>> {
  const locked = await lockOrder(context, orderId)
  if (!locked) return err({ code: 'order-not-found' })
  const decision = decideOrder(locked.order.status, event)
  if (decision.do === 'reject') return err({ code: decision.code })
  if (decision.do !== 'close') return ok([])
  const open = locked.payments.filter((payment) => payment.status === 'created')
  if (open.length > 0) return ok(open)
  const { merchant_id: merchantId } = locked.order
  await context.db
    .updateTable('orders')
    .set({ status: 'closed', close_reason: decision.reason, closed_at: context.clock.now() })
    .where('merchant_id', '=', merchantId)
    .where('order_id', '=', orderId)
    .execute()
  for (const line of locked.lines) await releaseStock(context, merchantId, line)
  return ok([])
}

/** Closes one attempt at its wallet, or settles it when it turns out to be paid. */
async function closeAttempt(context: Context, payment: Payment): Promise<Result<void, ClosingError>> {
  const wallet = context.wallets[payment.wallet]
  const closed = await wallet.close(payment.payment_id)
  if (!closed.ok && closed.error.code === 'unknown') return err({ code: 'payment-unknown' })
  const state = closed.ok ? ok({ status: 'closed' as const }) : await wallet.query(payment.payment_id)
  if (!state.ok || state.value.status === 'unpaid') return err({ code: 'payment-unknown' })
  if (state.value.status === 'paid') {
    const settlement = await settlePayment(context, { paymentId: payment.payment_id, ...state.value })
    return settlement === 'mismatch' ? err({ code: 'payment-unknown' }) : ok(undefined)
  }
  await context.db
    .updateTable('payments')
    .set({ status: 'closed' })
    .where('merchant_id', '=', payment.merchant_id)
    .where('payment_id', '=', payment.payment_id)
    .where('status', '=', 'created')
    .execute()
  return ok(undefined)
}
