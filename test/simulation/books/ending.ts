import type { MemoryTables } from '../../../cloudfunctions/_kernel/adapters/trade-store/memory-trade-store'
import { Violation } from '../engine/violation'
import { type Books } from './books'
import { type Desks, isHeld } from './money'

/** When nothing is left to happen: nobody waits, and every fen that a wallet took is accounted for. */
export function expectEnding({
  tables,
  desks,
  books,
}: {
  readonly tables: MemoryTables
  readonly desks: Desks
  readonly books: Books
}): void {
  for (const sku of tables.skus.values())
    if (sku.reserved !== 0) throw new Violation(`${sku.reserved} of ${sku.sku_id} stay reserved for nobody`)
  // whether paid goods are sent is the shop's to say; all else goes on by itself
  for (const { order_id: id, status } of tables.orders.values())
    if (status === 'awaiting-payment' || status === 'shipped' || status === 'received')
      throw new Violation(`${id} stays ${status} for ever`)
  for (const { refund_id: id, status } of tables.refunds.values())
    if (status === 'refunding' || status === 'failed' || status === 'requested')
      throw new Violation(`${id} stays ${status}`)
  for (const subject of books.intents.everythingTold()) expectThere(tables, subject)
  for (const desk of Object.values(desks)) {
    for (const charge of desk.charges.values())
      expectAccounted(tables, charge, desk.sentBack(charge.paymentId))
  }
}

function expectThere({ orders, refunds, parcels, claims, skus }: MemoryTables, subject: string): void {
  const isThere =
    orders.has(subject) ||
    refunds.get(subject) ||
    parcels.get(subject) ||
    claims.has(subject) ||
    skus.has(subject)
  if (!isThere) throw new Violation(`${subject} was promised and is gone`)
}

function expectAccounted(
  tables: MemoryTables,
  { paymentId, amount }: { readonly paymentId: string; readonly amount: number },
  sentBack: number,
): void {
  const payment = tables.payments.get(paymentId)
  const order = payment && tables.orders.get(payment.order_id)
  if (payment?.status !== 'paid' || !order) throw new Violation(`${paymentId} was charged and nobody knows`)
  let back = 0
  for (const refund of tables.refunds.ofOrder(order.order_id))
    if (refund.payment_id === paymentId && isHeld(refund)) back += refund.amount_fen
  if (back !== sentBack)
    throw new Violation(`${back} of ${paymentId} went back, and the wallet sent ${sentBack}`)
  if (order.payment_id === paymentId) return
  if (back !== amount)
    throw new Violation(`${paymentId} pays for nothing, and ${back} of ${amount} went back`)
}
