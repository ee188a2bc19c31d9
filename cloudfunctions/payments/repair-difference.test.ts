import { toFen } from '@/domain/money'
import {
  differencesOf,
  givenForeignPayment,
  givenForeignRefund,
  givenOpened,
  givenPaid,
  givenRefund,
  pass,
  repair,
  signedIn,
  theDifference,
  TO_NOON,
} from '../../test/builders/given-bill'
import { givenBuyer, givenSale, stockOf } from '../../test/builders/given-sale'
import { setUpApplication } from '../../test/builders/test-application'
import { orders } from '../orders'
import { payments } from './index'

const application = setUpApplication([orders, payments])

async function given(available = 10) {
  const test = application()
  const sale = await givenSale(test, available)
  const buyer = await givenBuyer(test)
  const wallet = test.wallets['wechat-pay']
  const seen = async (orderId: string) =>
    (await test.as(signedIn(test, buyer)).ask<'orders', 'get-order'>('orders/get-order', { orderId })).order
  const find = async () => {
    await pass(test, TO_NOON)
    return theDifference(test, sale)
  }
  /** What the shop asks for with the only difference. */
  const input = async () => ({
    merchantId: sale.merchantId,
    differenceId: (await theDifference(test, sale)).id,
  })
  return { test, sale, buyer, wallet, seen, find, input }
}

describe('a payment that was missed here', () => {
  /** Paid at the wallet while the order was being cancelled; no notice came. */
  async function givenMissed(available?: number) {
    const shop = await given(available)
    const { test, buyer, wallet } = shop
    const { order, paymentId } = await givenOpened(test, shop)
    await test.as(buyer).ask('orders/cancel-order', { orderId: order.id })
    wallet.pay(paymentId)
    return { ...shop, order, paymentId }
  }

  it('makes its order paid when the shop repairs it, once', async () => {
    const { test, sale, order, seen, find } = await givenMissed()
    expect(await find()).toMatchObject({ kind: 'payment-missing-here' })
    const repaired = { status: 'repaired', repair: 'payment-settled', orderId: order.id }
    expect(await repair(test, sale)).toMatchObject(repaired)
    expect(await repair(test, sale)).toMatchObject(repaired)
    expect(await seen(order.id)).toMatchObject({ status: 'paid', refunds: [] })
    expect(await stockOf(test, sale)).toEqual({ available: 9, reserved: 0, sold: 1 })
  })

  it('goes back when its goods are gone', async () => {
    const { test, sale, order, wallet, seen, find } = await givenMissed(1)
    await givenPaid(test, { sale, buyer: await givenBuyer(test) })
    await find()
    expect(await repair(test, sale)).toMatchObject({ status: 'repaired', repair: 'payment-sent-back' })
    await test.tick()
    expect(await seen(order.id)).toMatchObject({
      status: 'closed',
      refunds: [{ cause: 'late-payment', status: 'refunded' }],
    })
    expect(wallet.refunds.size).toBe(1)
  })

  it('stays open while the wallet does not answer', async () => {
    const { test, sale, wallet, find, input } = await givenMissed()
    await find()
    wallet.isSilent = true
    const shop = test.as(signedIn(test, sale.host))
    expect(await shop.refusal('payments/repair-difference', await input())).toBe('payment-unknown')
    expect(await theDifference(test, sale)).toMatchObject({ status: 'open' })
  })

  it('needs nothing more when the wallet has told of it since', async () => {
    const { test, sale, wallet, paymentId, find } = await givenMissed()
    await find()
    await test.post('/notify/wechat-pay', wallet.pay(paymentId))
    expect(await repair(test, sale)).toMatchObject({ status: 'repaired', repair: 'wallet-agrees' })
  })

  it('under a number that the shop never gave stays open and calls a person', async () => {
    const { test, sale, buyer, find } = await given()
    const { paymentId } = await givenPaid(test, { sale, buyer })
    const number = test.ids.make('payment', sale.merchantId)
    givenForeignPayment(test, number, paymentId)
    expect(await find()).toMatchObject({ kind: 'payment-missing-here', number, orderId: null, there: 77 })
    expect(await repair(test, sale)).toMatchObject({ status: 'open' })
    expect(test.log.takeAlarms()).toEqual(['payment-not-settled'])
  })
})

describe('a payment that is on no bill', () => {
  it('stays open when the wallet says that nobody paid', async () => {
    const { test, sale, buyer, wallet, find } = await given()
    const { order, paymentId } = await givenPaid(test, { sale, buyer })
    wallet.attempts.delete(paymentId)
    expect(await find()).toMatchObject({ kind: 'payment-missing-there', orderId: order.id, here: 2990 })
    expect(await repair(test, sale)).toMatchObject({ status: 'open' })
  })

  it('is repaired by the wallet’s own word', async () => {
    const { test, sale, buyer, wallet, find } = await given()
    const { paymentId } = await givenPaid(test, { sale, buyer })
    const attempt = wallet.attempts.get(paymentId)
    if (attempt?.state.status === 'paid') attempt.state = { ...attempt.state, paidAt: 0 }
    await find()
    expect(await repair(test, sale)).toMatchObject({ status: 'repaired', repair: 'wallet-agrees' })
  })
})

it('a payment of another amount stays open and calls a person', async () => {
  const { test, sale, buyer, wallet, find } = await given()
  const { paymentId } = await givenPaid(test, { sale, buyer })
  wallet.pay(paymentId, toFen(1))
  expect(await find()).toMatchObject({ kind: 'payment-amount', here: 2990, there: 1 })
  expect(await repair(test, sale)).toMatchObject({ status: 'open' })
  expect(test.log.takeAlarms()).toEqual(['payment-not-settled'])
})

describe('a refund that was missed here', () => {
  async function givenSlow() {
    const shop = await given()
    const { test, sale, wallet } = shop
    const paid = await givenPaid(test, shop)
    const refundId = await givenRefund(test, sale, paid)
    wallet.isSlowToRefund = true
    await test.tick()
    return { ...shop, ...paid, refundId }
  }

  it('is marked as soon as the wallet says that it is done', async () => {
    const { test, sale, order, wallet, seen, find } = await givenSlow()
    expect(await find()).toMatchObject({ kind: 'refund-missing-here', orderId: order.id, there: 2990 })
    expect(await repair(test, sale)).toMatchObject({ status: 'open' })
    wallet.isSlowToRefund = false
    expect(await repair(test, sale)).toMatchObject({ status: 'repaired', repair: 'refund-marked' })
    expect(await repair(test, sale)).toMatchObject({ status: 'repaired', repair: 'refund-marked' })
    expect(await seen(order.id)).toMatchObject({ status: 'refunded', refunds: [{ status: 'refunded' }] })
  })

  it('stays open when the wallet could not send it, or never saw it after all', async () => {
    const { test, sale, wallet, refundId, find } = await givenSlow()
    await find()
    wallet.failRefund(refundId)
    expect(await repair(test, sale)).toMatchObject({ status: 'open' })
    wallet.refunds.delete(refundId)
    expect(await repair(test, sale)).toMatchObject({ status: 'open' })
  })

  it('stays open while the wallet does not answer', async () => {
    const { test, sale, wallet, find, input } = await givenSlow()
    await find()
    wallet.isSilent = true
    const shop = test.as(signedIn(test, sale.host))
    expect(await shop.refusal('payments/repair-difference', await input())).toBe('payment-unknown')
  })

  it('is not marked when nobody has agreed to it', async () => {
    const { test, sale, buyer, seen, find } = await given()
    const { order, paymentId } = await givenPaid(test, { sale, buyer })
    const wish = { orderId: order.id, units: [{ line: 1, quantity: 1 }], reason: 'changed-mind' }
    const asked = await test.as(buyer).ask<'orders', 'request-refund'>('orders/request-refund', wish)
    const refundId = asked.order.refunds[0]?.id ?? ''
    givenForeignRefund(test, { refundId, paymentId, amount: 2990 })
    await find()
    expect(await repair(test, sale)).toMatchObject({ status: 'open' })
    expect((await seen(order.id)).refunds).toMatchObject([{ status: 'requested' }])
  })

  it('and has no number that the shop gave stays open, for a person’s words', async () => {
    const { test, sale, buyer, find, input } = await given()
    const { paymentId } = await givenPaid(test, { sale, buyer })
    givenForeignRefund(test, { refundId: '50300001', paymentId })
    expect(await find()).toMatchObject({ kind: 'refund-missing-here', number: '50300001', there: 5 })
    expect(await repair(test, sale)).toMatchObject({ status: 'open' })
    const shop = test.as(signedIn(test, sale.host))
    const words = async (note: string) =>
      shop.ask<'payments', 'note-difference'>('payments/note-difference', { ...(await input()), note })
    expect((await words(' 客服在商户平台手工退的 ')).difference).toMatchObject({
      status: 'noted',
      note: '客服在商户平台手工退的',
      repair: null,
    })
    expect((await words('补偿运费')).difference).toMatchObject({ status: 'noted', note: '补偿运费' })
    expect(await repair(test, sale)).toMatchObject({ status: 'noted', note: '补偿运费' })
    const { days } = await shop.ask<'payments', 'reconciliation'>('payments/reconciliation', {
      merchantId: sale.merchantId,
    })
    expect(days).toMatchObject([{ status: 'agrees' }])
  })

  it.each([
    [
      'never gave',
      async ({ test, sale }: Awaited<ReturnType<typeof given>>) => test.ids.make('refund', sale.merchantId),
    ],
    [
      'of another shop gave',
      async ({ test, buyer }: Awaited<ReturnType<typeof given>>) => {
        const other = await givenSale(test)
        return givenRefund(test, other, await givenPaid(test, { sale: other, buyer }))
      },
    ],
  ])('under a number that the shop %s stays open', async (_whose, makeNumber) => {
    const shop = await given()
    const { test, sale, buyer, find } = shop
    const { paymentId } = await givenPaid(test, { sale, buyer })
    const refundId = await makeNumber(shop)
    await test.tick()
    givenForeignRefund(test, { refundId, paymentId })
    expect(await find()).toMatchObject({ kind: 'refund-missing-here', number: refundId })
    expect(await repair(test, sale)).toMatchObject({ status: 'open' })
  })
})

describe('a refund that is on no bill', () => {
  async function givenSent() {
    const shop = await given()
    const { test, sale } = shop
    const paid = await givenPaid(test, shop)
    const refundId = await givenRefund(test, sale, paid)
    await test.tick()
    return { ...shop, ...paid, refundId }
  }

  it('and that the wallet never saw is sent again, once, under its number', async () => {
    const { test, sale, order, wallet, refundId, seen, find, input } = await givenSent()
    wallet.refunds.delete(refundId)
    expect(await find()).toMatchObject({ kind: 'refund-missing-there', here: 2990, there: null })
    const shop = test.as(signedIn(test, sale.host))
    const asked = await input()
    await Promise.all([1, 2].map(() => shop.ask('payments/repair-difference', asked)))
    expect(await theDifference(test, sale)).toMatchObject({ status: 'repaired', repair: 'refund-sent-again' })
    expect((await seen(order.id)).refunds).toMatchObject([{ status: 'refunding' }])
    await test.tick()
    expect(await seen(order.id)).toMatchObject({ status: 'refunded', refunds: [{ status: 'refunded' }] })
    expect([...wallet.refunds.keys()]).toEqual([refundId])
  })

  it('is repaired by the wallet’s own word, and no words come after that', async () => {
    const { test, sale, wallet, refundId, find, input } = await givenSent()
    const known = wallet.refunds.get(refundId)
    if (known) wallet.refunds.set(refundId, { ...known, at: 0 })
    await find()
    const repaired = { status: 'repaired', repair: 'wallet-agrees', note: '' }
    expect(await repair(test, sale)).toMatchObject(repaired)
    const late = { ...(await input()), note: '没问题' }
    await test.as(signedIn(test, sale.host)).ask('payments/note-difference', late)
    expect(await theDifference(test, sale)).toMatchObject(repaired)
  })
})

it('a refund of another amount stays open', async () => {
  const { test, sale, buyer, wallet, find } = await given()
  const { order, paymentId } = await givenPaid(test, { sale, buyer })
  const refundId = await givenRefund(test, sale, { order, paymentId })
  await test.tick()
  wallet.refunds.delete(refundId)
  givenForeignRefund(test, { refundId, paymentId, amount: 990 })
  expect(await find()).toMatchObject({ kind: 'refund-amount', here: 2990, there: 990 })
  expect(await repair(test, sale)).toMatchObject({ status: 'open' })
})

it('somebody else’s difference is none', async () => {
  const { test, sale, buyer, wallet, find } = await given()
  wallet.attempts.delete((await givenPaid(test, { sale, buyer })).paymentId)
  const { id: differenceId } = await find()
  const other = await givenSale(test)
  const stranger = test.as(signedIn(test, other.host))
  for (const [name, more] of [
    ['payments/repair-difference', {}],
    ['payments/note-difference', { note: '我的' }],
  ] as const) {
    const theirs = { merchantId: other.merchantId, differenceId, ...more }
    expect(await stranger.refusal(name, theirs)).toBe('difference-not-found')
    expect(await stranger.refusal(name, { ...theirs, merchantId: sale.merchantId })).toBe('forbidden')
  }
  const { merchantId } = sale
  expect(await stranger.refusal('payments/reconciliation', { merchantId })).toBe('forbidden')
  expect(await differencesOf(test, other)).toEqual([])
  expect(await theDifference(test, sale)).toMatchObject({ status: 'open' })
})
