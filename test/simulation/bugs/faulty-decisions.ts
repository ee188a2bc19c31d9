import { toFen } from '@/domain/money'
import type { Core } from '../engine/core'
import type { Bug } from './bug'

type Place = Core['decisions']['place']
type Settle = Core['decisions']['settle']

const deciding = (name: string, change: (real: Core['decisions']) => Partial<Core['decisions']>): Bug => ({
  name,
  plant: (core) => ({ ...core, decisions: { ...core.decisions, ...change(core.decisions) } }),
})

/** Believes every notice to be the first. */
const settleAnew =
  (real: Settle): Settle =>
  (draft, received) => {
    const payment = draft.payments.get(received.paymentId)
    if (payment?.status === 'paid') draft.payments.put({ ...payment, status: 'created' })
    return real(draft, received)
  }

/** Writes the payment down and does nothing about it when the order has another status than was hoped for. */
const settleOnly =
  (real: Settle, hopeless: string): Settle =>
  (draft, received) => {
    const payment = draft.payments.get(received.paymentId)
    const order = payment && draft.orders.get(payment.order_id)
    if (!payment || payment.status === 'paid' || order?.status !== hopeless) return real(draft, received)
    draft.payments.put({
      ...payment,
      status: 'paid',
      transaction_id: received.transactionId,
      paid_at: received.paidAt,
    })
    return 'taken'
  }

/** Takes whatever amount it is told of. */
const settleAnyAmount =
  (real: Settle): Settle =>
  (draft, received) => {
    const payment = draft.payments.get(received.paymentId)
    return real(draft, { ...received, amount: payment?.amount_fen ?? received.amount })
  }

/** Sees every coupon as not spent yet. */
const placeWithAnyCoupon =
  (real: Place): Place =>
  (draft, ready) => {
    const { claimId } = ready.wish
    const claim = claimId === null ? undefined : draft.claims.get(claimId)
    if (claim?.status === 'spent') draft.claims.put({ ...claim, status: 'held' })
    return real(draft, ready)
  }

/** Gives every line the whole fen of its share, and the odd ones to nobody. */
const placeRoundingDown =
  (real: Place): Place =>
  (draft, ready) => {
    const placed = real(draft, ready)
    if (!placed.ok || placed.value.shown === null) return placed
    const { order, lines } = placed.value.shown
    for (const line of lines) {
      const subtotal = line.price_fen * line.quantity
      const discount = toFen(Math.floor((order.discount_fen * subtotal) / Math.max(1, order.goods_fen)))
      draft.lines.put({ ...line, discount_fen: discount, payable_fen: toFen(subtotal - discount) })
    }
    return placed
  }

export const FAULTY_DECISIONS: readonly Bug[] = [
  deciding('notice-handled-twice', ({ settle }) => ({ settle: settleAnew(settle) })),
  deciding('late-payment-dropped', ({ settle }) => ({ settle: settleOnly(settle, 'closed') })),
  deciding('second-payment-kept', ({ settle }) => ({ settle: settleOnly(settle, 'paid') })),
  deciding('amount-not-compared', ({ settle }) => ({ settle: settleAnyAmount(settle) })),
  deciding('coupon-spent-twice', ({ place }) => ({ place: placeWithAnyCoupon(place) })),
  deciding('odd-fen-lost', ({ place }) => ({ place: placeRoundingDown(place) })),
]
