import type { WireError } from '@/contracts/errors'
import { merchantOf, type OrderId } from '@/domain/ids'
import { decideOrder } from '@/domain/order'
import { err, ok, type Result } from '@/domain/result'
import { giveBack } from './order-holds'
import type { TradeContext } from './trade-context'
import type { TradeDraft } from './trade-draft'
import type { PaymentRow } from './trade-rows'

export type ClosingEvent = 'closed-by-buyer' | 'closed-by-merchant' | 'payment-window-ended'

// A payment attempt may begin while the wallet closes the others; each round closes what the last one met.
const ROUNDS = 5

/**
 * Closes an unpaid order: first every open attempt at its wallet, then, in one commit, the order, giving back what it
 * holds. In the other order a buyer could pay for units that were already sold to somebody else. When a wallet says
 * that the order has been paid, it becomes paid; when a wallet does not answer, nothing changes and the caller
 * comes back later.
 */
export async function closeOrder(
  context: TradeContext,
  orderId: OrderId,
  event: ClosingEvent,
): Promise<Result<void, WireError>> {
  const scope = { merchantId: merchantOf(orderId), orders: [orderId] }
  for (let round = 0; round < ROUNDS; round += 1) {
    const open = await context.trade.store.transact(scope, (draft) => closeUnlessOpen(draft, orderId, event))
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
function closeUnlessOpen(
  draft: TradeDraft,
  orderId: OrderId,
  event: ClosingEvent,
): Result<readonly PaymentRow[], WireError> {
  const whole = draft.whole(orderId)
  if (!whole) return err({ code: 'order-not-found' })
  const decision = decideOrder(whole.order.status, event)
  if (decision.do === 'reject') return err({ code: decision.code })
  if (decision.do !== 'move') return ok([])
  const open = whole.payments.filter((payment) => payment.status === 'created')
  if (open.length > 0) return ok(open)
  draft.orders.put({
    ...whole.order,
    status: decision.to,
    close_reason: decision.closeReason ?? null,
    closed_at: draft.now,
  })
  giveBack(draft, whole)
  return ok([])
}

/** Closes one attempt at its wallet, or settles it when it turns out to be paid. */
async function closeAttempt(context: TradeContext, payment: PaymentRow): Promise<Result<void, WireError>> {
  const { payment_id: paymentId, order_id: orderId } = payment
  const wallet = context.wallets[payment.wallet]
  const closed = await wallet.close(paymentId)
  if (!closed.ok && closed.error.code === 'unknown') return err({ code: 'payment-unknown' })
  const state = closed.ok ? ok({ status: 'closed' as const }) : await wallet.query(paymentId)
  if (!state.ok || state.value.status === 'unpaid') return err({ code: 'payment-unknown' })
  if (state.value.status === 'paid') {
    const settlement = await context.trade.settle({ paymentId, wallet: payment.wallet, ...state.value })
    return settlement === 'mismatch' || settlement === 'busy'
      ? err({ code: 'payment-unknown' })
      : ok(undefined)
  }
  await context.trade.store.transact({ merchantId: payment.merchant_id, orders: [orderId] }, (draft) => {
    const now = draft.payments.get(paymentId)
    if (now?.status === 'created') draft.payments.put({ ...now, status: 'closed' })
  })
  return ok(undefined)
}
