import { merchantOf, type OrderId, type PaymentId } from '@/domain/ids'
import type { Fen } from '@/domain/money'
import { decideOrder } from '@/domain/order'
import { unreachable } from '@/domain/result'
import type { EpochMs } from '@/domain/time'
import { enqueueJob } from '../jobs'
import type { Context } from '../operation'
import { inTransaction } from '../transaction'
import { lockOrder, type LockedOrder } from './lock-order'
import { announceStock, reserveStock, sellStock } from './stock'

/** What a wallet said, its signature checked, about one attempt to pay. */
export interface ReceivedPayment {
  readonly paymentId: PaymentId
  readonly transactionId: string
  readonly amount: Fen
  readonly paidAt: EpochMs
}

/**
 * `repeated`: told before. `refunding`: the money has no order to pay for and is on its way back.
 * `mismatch` and `unknown-payment`: nothing was changed, a person was called.
 */
export type Settlement = 'taken' | 'repeated' | 'refunding' | 'mismatch' | 'unknown-payment'

/**
 * Carries out, in one commit, what a payment means for its order: this is the only place that makes an order paid.
 * It is reached from notices, from `confirm` and from closing, in any order and any number of times; the payment's
 * row, read under the order's lock, decides who was first. Money that nothing can be done with is never dropped:
 * it is written down as `refunding` in the same commit, and a job that survives restarts sends it back.
 */
export async function settlePayment(context: Context, received: ReceivedPayment): Promise<Settlement> {
  const orderId = await findOrder(context, received.paymentId)
  if (orderId === null) return alarm(context, received, 'unknown-payment')
  return inTransaction(context, (inside) => settleLocked(inside, orderId, received))
}

async function settleLocked(
  context: Context,
  orderId: OrderId,
  received: ReceivedPayment,
): Promise<Settlement> {
  const locked = await lockOrder(context, orderId)
  const payment = locked?.payments.find(({ payment_id: id }) => id === received.paymentId)
  if (!locked || !payment) return alarm(context, received, 'unknown-payment')
  if (payment.amount_fen !== received.amount) return alarm(context, received, 'mismatch')
  if (payment.status === 'created' || payment.status === 'closed') {
    return settle(context, { ...locked, payment }, received)
  }
  return payment.transaction_id === received.transactionId ? 'repeated' : alarm(context, received, 'mismatch')
}

interface PaidOrder extends LockedOrder {
  readonly payment: LockedOrder['payments'][number]
}

async function settle(context: Context, locked: PaidOrder, received: ReceivedPayment): Promise<Settlement> {
  const { order, payment } = locked
  const stockIsThere = order.status === 'closed' && (await reserveAll(context, locked))
  const decision = decideOrder(order.status, {
    type: 'payment-received',
    amount: received.amount,
    stockIsThere,
  })
  switch (decision.do) {
    case 'take-payment':
    case 'revive-and-take-payment':
      await markPayment(context, received, 'paid')
      await markPaid(context, locked, received)
      return 'taken'
    case 'refund':
      await markPayment(context, received, 'refunding')
      await enqueueJob(context, {
        kind: 'refund-payment',
        subject: payment.payment_id,
        dueAt: context.clock.now(),
      })
      return 'refunding'
    case 'close':
    case 'nothing':
    case 'reject':
      throw new Error(`A received payment cannot lead to '${decision.do}'`)
    default:
      return unreachable(decision)
  }
}

/** Reserves every line again, or none: an order is never revived in part. */
async function reserveAll(context: Context, { order, lines }: LockedOrder): Promise<boolean> {
  const stock = await context.db
    .selectFrom('skus')
    .select(['sku_id', 'available'])
    .where('merchant_id', '=', order.merchant_id)
    .where(
      'sku_id',
      'in',
      lines.map((line) => line.skuId),
    )
    .orderBy('sku_id')
    .forUpdate()
    .execute()
  const left = new Map(stock.map((sku) => [sku.sku_id, sku.available]))
  if (lines.some((line) => (left.get(line.skuId) ?? 0) < line.quantity)) return false
  for (const line of lines) {
    const reserved = await reserveStock(context, order.merchant_id, line)
    if (!reserved.ok) throw new Error(`Stock of ${line.skuId} went while its row was locked`)
    await announceStock(context, reserved.value)
  }
  return true
}

async function markPayment(
  { db }: Context,
  { paymentId, transactionId, paidAt }: ReceivedPayment,
  status: 'paid' | 'refunding',
): Promise<void> {
  await db
    .updateTable('payments')
    .set({ status, transaction_id: transactionId, paid_at: paidAt })
    .where('merchant_id', '=', merchantOf(paymentId))
    .where('payment_id', '=', paymentId)
    .execute()
}

async function markPaid(
  context: Context,
  { order, lines }: LockedOrder,
  received: ReceivedPayment,
): Promise<void> {
  for (const line of lines) await sellStock(context, order.merchant_id, line)
  await context.db
    .updateTable('orders')
    .set({ status: 'paid', paid_at: received.paidAt, closed_at: null, close_reason: null })
    .where('merchant_id', '=', order.merchant_id)
    .where('order_id', '=', order.order_id)
    .execute()
}

async function findOrder({ db }: Context, paymentId: PaymentId): Promise<OrderId | null> {
  const row = await db
    .selectFrom('payments')
    .select('order_id')
    .where('merchant_id', '=', merchantOf(paymentId))
    .where('payment_id', '=', paymentId)
    .executeTakeFirst()
  return row?.order_id ?? null
}

function alarm<S extends Settlement>({ log }: Context, received: ReceivedPayment, settlement: S): S {
  log.alarm('payment-not-settled', { ...received, settlement })
  return settlement
}
