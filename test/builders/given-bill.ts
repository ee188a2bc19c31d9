import type { Output } from '@/contracts'
import type { Difference } from '@/contracts/merchant/payments'
import type { Order } from '@/contracts/order'
import type { Wallet } from '@/contracts/schemas'
import { isId, type PaymentId, type RefundId } from '@/domain/ids'
import { toFen } from '@/domain/money'
import { DAY, HOUR } from '@/domain/time'
import { type Buyer, openWallet, placeOrder, type Sale } from './given-sale'
import type { Actor, TestApplication } from './test-application'

/** From the evening on which tests begin to the noon on which its bill is there. */
export const TO_NOON = 16 * HOUR

interface Bought {
  readonly sale: Sale
  readonly buyer: Buyer
  readonly quantity?: number
}
interface Paid {
  readonly order: Order
  readonly paymentId: PaymentId
}

/** An order, its wallet open, not paid. */
export async function givenOpened(test: TestApplication, bought: Bought): Promise<Paid> {
  const order = await placeOrder(test, bought)
  const paymentId = await openWallet(test, bought.buyer, order)
  if (!isId('payment', paymentId)) throw new Error(`Not a payment: ${paymentId}`)
  return { order, paymentId }
}

/** An order that is paid, and both sides know it. */
export async function givenPaid(test: TestApplication, bought: Bought): Promise<Paid> {
  const paid = await givenOpened(test, bought)
  const wallet = walletOf(bought.buyer)
  await test.post(`/notify/${wallet}`, test.wallets[wallet].pay(paid.paymentId))
  return paid
}

const walletOf = ({ host }: Pick<Buyer, 'host'>): Wallet => (host === 'alipay' ? 'alipay' : 'wechat-pay')

/** A refund of the order's first unit by the shop; the job has not sent it yet. */
export async function givenRefund(test: TestApplication, sale: Sale, { order }: Paid): Promise<RefundId> {
  const input = { orderId: order.id, units: [{ line: 1, quantity: 1 }], note: '少发了' }
  const reply = await test.as(sale.host).ask<'orders', 'refund-order'>('orders/refund-order', input)
  const [refund] = reply.order.refunds
  if (!refund) throw new Error('The order has no refund')
  return refund.id
}

/** Money that stands in the wallet's books under a number that we never gave. */
export function givenForeignPayment(test: TestApplication, number: string, like: PaymentId): void {
  const known = test.wallets['wechat-pay'].attempts.get(like)
  if (!known) throw new Error(`The wallet never saw ${like}`)
  const state = { status: 'paid', transactionId: `tx-${number}`, amount: toFen(77) } as const
  test.wallets['wechat-pay'].attempts.set(number, {
    ...known,
    state: { ...state, paidAt: test.clock.now() },
  })
}

export function givenForeignRefund(
  test: TestApplication,
  { refundId, paymentId, amount = 5 }: { refundId: string; paymentId: PaymentId; amount?: number },
): void {
  const numbers = { paymentId, refundId, total: toFen(2990), reason: '' }
  test.wallets['wechat-pay'].refunds.set(refundId, {
    ...numbers,
    amount: toFen(amount),
    at: test.clock.now(),
    status: 'done',
  })
}

/** Lets time pass; what falls due by then is done. */
export async function pass(test: TestApplication, ms: number): Promise<void> {
  test.clock.advance(ms)
  // the first tick leaves the jobs that the second one does
  await test.tick()
  await test.tick()
}
export const nextNoon = (test: TestApplication): Promise<void> => pass(test, DAY)

/** Sessions are shorter than the days that pass here. */
export const signedIn = ({ signer, clock }: TestApplication, actor: Actor): Actor => {
  const session = { user: actor.userId, host: actor.host }
  return { ...actor, token: signer.sign('session', session, clock.now() + DAY) }
}

export const booksOf = (test: TestApplication, { host, merchantId }: Sale) =>
  test.as(signedIn(test, host)).ask<'payments', 'reconciliation'>('payments/reconciliation', { merchantId })

export async function differencesOf(test: TestApplication, sale: Sale): Promise<readonly Difference[]> {
  return (await booksOf(test, sale)).differences
}

/** The only difference of a shop. */
export async function theDifference(test: TestApplication, sale: Sale): Promise<Difference> {
  const [difference, ...others] = await differencesOf(test, sale)
  if (!difference || others.length > 0) throw new Error(`${others.length} other differences`)
  return difference
}

/** The shop has its only difference repaired. */
export async function repair(
  test: TestApplication,
  sale: Sale,
): Promise<Output<'payments', 'repair-difference'>['difference']> {
  const { id: differenceId } = await theDifference(test, sale)
  const input = { merchantId: sale.merchantId, differenceId }
  const reply = await test
    .as(signedIn(test, sale.host))
    .ask<'payments', 'repair-difference'>('payments/repair-difference', input)
  return reply.difference
}
