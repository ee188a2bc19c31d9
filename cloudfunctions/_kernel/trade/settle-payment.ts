import type { Wallet } from '@/contracts/schemas'
import type { OrderId, PaymentId } from '@/domain/ids'
import { type Fen, toFen } from '@/domain/money'
import { decideOrder, type OrderDecision } from '@/domain/order'
import type { RefundCause } from '@/domain/refund'
import type { EpochMs } from '@/domain/time'
import { canTakeAgain, takeAgain } from './order-holds'
import type { TradeDraft, WholeOrder } from './trade-draft'
import type { PaymentRow } from './trade-rows'

/** What a wallet said, its signature checked, about one attempt to pay. */
export interface ReceivedPayment {
  readonly paymentId: PaymentId
  /** Who said it: another wallet's payment is not its to tell of. */
  readonly wallet: Wallet
  readonly transactionId: string
  readonly amount: Fen
  readonly paidAt: EpochMs
}

/**
 * `repeated`: told before. `refunding`: the money has no order to pay for and is on its way back.
 * `mismatch` and `unknown-payment`: nothing was changed, a person was called. `busy`: too many wait; whoever told of the
 * payment tells again.
 */
export type Settlement = 'taken' | 'repeated' | 'refunding' | 'mismatch' | 'unknown-payment' | 'busy'

/**
 * What a payment means for its order: this is the only place that makes an order paid. It is reached from notices,
 * from `confirm`, from closing and from reconciliation, in any order and any number of times; the payment's row, read
 * under the order's lock, decides who was first. Money that nothing can be done with is never dropped: its refund is
 * written down in the same commit, and a job that survives restarts sends it back.
 */
export function settlePayment(draft: TradeDraft, received: ReceivedPayment): Settlement {
  const payment = draft.payments.get(received.paymentId)
  const whole = payment && draft.whole(payment.order_id)
  if (!whole || payment.wallet !== received.wallet) return 'unknown-payment'
  if (payment.amount_fen !== received.amount) return 'mismatch'
  if (payment.status === 'paid')
    return payment.transaction_id === received.transactionId ? 'repeated' : 'mismatch'
  draft.payments.put({
    ...payment,
    status: 'paid',
    transaction_id: received.transactionId,
    paid_at: received.paidAt,
  })
  const decision = decidePayment(draft, whole)
  if (decision.do === 'move') {
    takePayment(draft, whole, received)
    return 'taken'
  }
  if (decision.do !== 'refund') throw new Error(`A received payment cannot lead to '${decision.do}'`)
  const cause = whole.order.status === 'closed' ? 'late-payment' : 'second-payment'
  sendBack(draft, { payment, orderId: whole.order.order_id, cause })
  return 'refunding'
}

function decidePayment(draft: TradeDraft, whole: WholeOrder): OrderDecision {
  const hasStock = whole.order.status !== 'closed' || canTakeAgain(draft, whole)
  return decideOrder(whole.order.status, hasStock ? 'paid-with-stock' : 'paid-without-stock')
}

function takePayment(draft: TradeDraft, whole: WholeOrder, { paymentId, paidAt }: ReceivedPayment): void {
  const { order, lines } = whole
  if (order.status === 'closed') takeAgain(draft, whole)
  for (const line of lines)
    draft.move({ skuId: line.sku_id, quantity: line.quantity }, 'sold', { orderId: order.order_id })
  draft.orders.put({
    ...order,
    status: 'paid',
    payment_id: paymentId,
    paid_at: paidAt,
    closed_at: null,
    close_reason: null,
  })
}

/** Writes down that the whole payment goes back, and leaves the job that sends it. */
function sendBack(
  draft: TradeDraft,
  {
    payment,
    orderId,
    cause,
  }: { readonly payment: PaymentRow; readonly orderId: OrderId; readonly cause: RefundCause },
): void {
  const refundId = draft.ids.make('refund', payment.merchant_id)
  draft.refunds.put({
    merchant_id: payment.merchant_id,
    refund_id: refundId,
    order_id: orderId,
    payment_id: payment.payment_id,
    wallet: payment.wallet,
    cause,
    status: 'refunding',
    lines: [],
    freight_fen: toFen(0),
    amount_fen: payment.amount_fen,
    reason: null,
    note: '',
    picture_ids: [],
    answer: '',
    failure: null,
    created_at: draft.now,
    answered_at: draft.now,
    done_at: null,
  })
  draft.later('send-refund', refundId, draft.now)
}
