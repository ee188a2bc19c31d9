import type { Wallet } from '@/contracts/schemas'
import type { WholeOrder } from '../../../cloudfunctions/_kernel/trade/trade-draft'
import type { PaymentRow, RefundRow } from '../../../cloudfunctions/_kernel/trade/trade-rows'
import { Violation } from '../engine/violation'
import type { WalletDesk } from '../engine/wallet-desk'
import { isPaidFor } from './statuses'

export type Desks = Readonly<Record<Wallet, WalletDesk>>

const isForNothing = ({ cause }: RefundRow): boolean => cause === 'late-payment' || cause === 'second-payment'
export const isHeld = ({ status }: RefundRow): boolean => status !== 'refused' && status !== 'withdrawn'

/** Every payment of an order is where it must be, and the wallets say the same. */
export function expectMoney(whole: WholeOrder, desks: Desks): void {
  const { order, payments, refunds } = whole
  if ((order.payment_id !== null) !== isPaidFor(order.status))
    throw new Violation(`${order.order_id} is ${order.status} and paid by ${order.payment_id ?? 'nothing'}`)
  for (const payment of payments) expectPayment(whole, payment, desks[payment.wallet])
  for (const refund of refunds) expectRefund(refund, desks[refund.wallet])
  if (order.payment_id === null) return
  const payment = payments.find(({ payment_id: id }) => id === order.payment_id)
  if (payment?.status !== 'paid' || payment.amount_fen !== order.total_fen)
    throw new Violation(`${order.order_id} is not paid by ${order.payment_id}`)
}

function expectPayment({ order, refunds }: WholeOrder, payment: PaymentRow, desk: WalletDesk): void {
  const { payment_id: id, status } = payment
  if (status !== 'paid') {
    const isOpen = order.status === 'closed' && desk.isOpen(id) && !desk.closeHeard.has(id)
    if (isOpen) throw new Violation(`${order.order_id} is closed, and ${id} can still be paid`)
    return
  }
  const charge = desk.charges.get(id)
  if (charge?.amount !== payment.amount_fen || charge.transactionId !== payment.transaction_id)
    throw new Violation(`${id} counts as paid, and the wallet did not take ${payment.amount_fen} for it`)
  let back = 0
  let isSentBack = false
  for (const refund of refunds) {
    if (refund.payment_id !== id || !isHeld(refund)) continue
    back += refund.amount_fen
    isSentBack ||= isForNothing(refund)
  }
  if (back > payment.amount_fen) throw new Violation(`${back} of ${payment.amount_fen} goes back of ${id}`)
  const pays = order.payment_id === id
  if (pays && isSentBack) throw new Violation(`${id} pays for ${order.order_id} and goes back`)
  if (!pays && back !== payment.amount_fen)
    throw new Violation(`${id} was charged; it neither pays for ${order.order_id} nor goes back`)
}

function expectRefund({ refund_id: id, status, amount_fen: amount }: RefundRow, desk: WalletDesk): void {
  const sent = desk.refunds.get(id)
  if (status === 'refunded' && (sent?.status !== 'done' || sent.amount !== amount))
    throw new Violation(`${id} counts as sent, and the wallet did not send ${amount}`)
  if (status === 'failed' && !desk.saidRefused.has(id))
    throw new Violation(`${id} counts as failed, and the wallet did not say so`)
  if (sent && !['refunding', 'refunded', 'failed'].includes(status))
    throw new Violation(`${id} was sent, and nobody agreed to it`)
}
