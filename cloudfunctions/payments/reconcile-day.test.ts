import { type BillDay, billDayOf } from '@/domain/bill'
import type { PaymentId } from '@/domain/ids'
import { DAY, HOUR, MINUTE } from '@/domain/time'
import {
  booksOf,
  differencesOf,
  givenForeignPayment,
  givenForeignRefund,
  givenOpened,
  givenPaid,
  givenRefund,
  nextNoon,
  pass,
  repair,
  theDifference,
  TO_NOON,
} from '../../test/builders/given-bill'
import { givenBuyer, givenSale } from '../../test/builders/given-sale'
import { setUpApplication } from '../../test/builders/test-application'
import { orders } from '../orders'
import { payments } from './index'

const application = setUpApplication([orders, payments])

async function given() {
  const test = application()
  const sale = await givenSale(test)
  const buyer = await givenBuyer(test)
  const wallet = test.wallets['wechat-pay']
  /** Moves a payment in the wallet's books, not in ours. */
  const shift = (paymentId: PaymentId, ms: number): void => {
    const attempt = wallet.attempts.get(paymentId)
    if (attempt?.state.status !== 'paid') throw new Error(`${paymentId} is not paid`)
    attempt.state = { ...attempt.state, paidAt: attempt.state.paidAt + ms }
  }
  const day = billDayOf(test.clock.now())
  return {
    test,
    sale,
    buyer,
    wallet,
    shift,
    day,
    after: (days: number) => billDayOf(test.clock.now() + days * DAY),
  }
}

describe('a bill', () => {
  it('that tells what the shop knows agrees, each wallet for itself', async () => {
    const { test, sale, buyer, day } = await given()
    const paid = await givenPaid(test, { sale, buyer })
    await givenPaid(test, { sale, buyer: await givenBuyer(test, 'alipay') })
    await givenRefund(test, sale, paid)
    await test.tick()
    await pass(test, TO_NOON)
    const checked = { day, status: 'agrees', payments: 2990, checkedAt: test.clock.now() }
    expect(await booksOf(test, sale)).toEqual({
      days: [
        { ...checked, wallet: 'wechat-pay', refunds: 2990 },
        { ...checked, wallet: 'alipay', refunds: 0 },
      ],
      differences: [],
      serverTime: test.clock.now(),
    })
  })

  it('of all shops is downloaded once, and each shop sees its own', async () => {
    const { test, sale, buyer, wallet } = await given()
    const other = await givenSale(test)
    await givenPaid(test, { sale, buyer })
    await givenPaid(test, { sale: other, buyer, quantity: 2 })
    const asked: BillDay[] = []
    wallet.isBillThere = async (day) => asked.push(day) > 0
    await pass(test, TO_NOON)
    expect(asked).toHaveLength(1)
    expect((await booksOf(test, sale)).days).toMatchObject([{ status: 'agrees', payments: 2990 }])
    expect((await booksOf(test, other)).days).toMatchObject([{ status: 'agrees', payments: 5980 }])
    expect([...(await differencesOf(test, sale)), ...(await differencesOf(test, other))]).toEqual([])
  })

  it('with numbers of nobody calls an operator and is no shop’s difference', async () => {
    const { test, sale, buyer } = await given()
    const { paymentId } = await givenPaid(test, { sale, buyer })
    givenForeignPayment(test, 'ORDER-4711', paymentId)
    givenForeignPayment(test, test.ids.make('payment', test.ids.make('merchant')), paymentId)
    await pass(test, TO_NOON)
    expect(test.log.lines.find(({ level }) => level === 'alarm')?.facts).toMatchObject({ rows: 2 })
    expect(test.log.takeAlarms()).toEqual(['bill-rows-for-nobody'])
    expect((await booksOf(test, sale)).days).toMatchObject([{ status: 'agrees', payments: 2990 }])
  })
})

describe('around midnight', () => {
  it('a payment that stands in the next day’s bill is no difference', async () => {
    const { test, sale, buyer, shift, after } = await given()
    test.clock.advance(3 * HOUR + 55 * MINUTE)
    const { paymentId } = await givenPaid(test, { sale, buyer })
    shift(paymentId, 10 * MINUTE)
    const next = after(1)
    await pass(test, 12 * HOUR)
    expect((await booksOf(test, sale)).days).toEqual([])
    await nextNoon(test)
    expect(await booksOf(test, sale)).toMatchObject({
      days: [{ day: next, status: 'agrees', payments: 2990 }],
      differences: [],
    })
  })

  it('a payment that stands in the bill of the day before is no difference', async () => {
    const { test, sale, buyer, shift, day } = await given()
    test.clock.advance(4 * HOUR + 5 * MINUTE)
    const { paymentId } = await givenPaid(test, { sale, buyer })
    shift(paymentId, -10 * MINUTE)
    await pass(test, 12 * HOUR)
    expect((await booksOf(test, sale)).days).toMatchObject([{ day, status: 'agrees' }])
    await nextNoon(test)
    expect(await differencesOf(test, sale)).toEqual([])
  })

  it('a payment that a later bill tells of is a difference until then', async () => {
    const { test, sale, buyer, shift, day, after } = await given()
    const { paymentId } = await givenPaid(test, { sale, buyer })
    shift(paymentId, 6 * HOUR)
    await pass(test, TO_NOON)
    expect(await booksOf(test, sale)).toMatchObject({
      days: [{ day, status: 'differs' }],
      differences: [{ kind: 'payment-missing-there', number: paymentId, status: 'open', repair: null }],
    })
    const next = after(0)
    await nextNoon(test)
    expect(await booksOf(test, sale)).toMatchObject({
      days: [
        { day: next, status: 'agrees' },
        { day, status: 'agrees' },
      ],
      differences: [{ day, status: 'repaired', repair: 'by-itself', note: '' }],
    })
  })
})

describe('a refund that takes days', () => {
  it('is a difference until it is done, and then found in the bill of the day it was asked for', async () => {
    const { test, sale, buyer, wallet, day } = await given()
    const refundId = await givenRefund(test, sale, await givenPaid(test, { sale, buyer }))
    wallet.isSlowToRefund = true
    await test.tick()
    await pass(test, TO_NOON)
    expect(await theDifference(test, sale)).toMatchObject({
      day,
      kind: 'refund-missing-here',
      number: refundId,
    })
    wallet.isSlowToRefund = false
    await nextNoon(test)
    // the bill of the day before is needed once more, and it is not to be had at first
    wallet.isBillThere = async (asked) => asked !== day
    await nextNoon(test)
    expect((await booksOf(test, sale)).days[0]).toMatchObject({ status: 'waiting' })
    wallet.isBillThere = async () => true
    await pass(test, HOUR)
    const books = await booksOf(test, sale)
    expect(books.days.map(({ status }) => status)).toEqual(['agrees', 'agrees', 'agrees'])
    expect(books.differences).toMatchObject([{ status: 'repaired', repair: 'by-itself' }])
  })
})

describe('a difference', () => {
  it('is told of a shop that knows of no money that day', async () => {
    const { test, sale, buyer, wallet, day } = await given()
    const { order, paymentId } = await givenOpened(test, { sale, buyer })
    await test.as(buyer).ask('orders/cancel-order', { orderId: order.id })
    wallet.pay(paymentId)
    await pass(test, TO_NOON)
    expect((await booksOf(test, sale)).days).toMatchObject([{ day, status: 'differs', payments: 2990 }])
    expect(await theDifference(test, sale)).toEqual({
      id: expect.stringMatching(/^[\da-f]{32}$/),
      day,
      wallet: 'wechat-pay',
      kind: 'payment-missing-here',
      number: paymentId,
      orderId: order.id,
      here: null,
      there: 2990,
      status: 'open',
      repair: null,
      note: '',
      foundAt: test.clock.now(),
    })
  })

  it('over a refund made at the wallet’s desk names the order', async () => {
    const { test, sale, buyer } = await given()
    const { order, paymentId } = await givenPaid(test, { sale, buyer })
    givenForeignRefund(test, { refundId: '', paymentId })
    await pass(test, TO_NOON)
    expect(await theDifference(test, sale)).toMatchObject({
      kind: 'refund-missing-here',
      number: `tx-${paymentId}`,
      orderId: order.id,
      there: 5,
    })
  })

  it('that comes back after it was repaired is a new one', async () => {
    const { test, sale, buyer, wallet, day } = await given()
    const refundId = await givenRefund(test, sale, await givenPaid(test, { sale, buyer }))
    await test.tick()
    wallet.refunds.delete(refundId)
    await pass(test, TO_NOON)
    expect(await theDifference(test, sale)).toMatchObject({ day, kind: 'refund-missing-there' })
    expect(await repair(test, sale)).toMatchObject({ repair: 'refund-sent-again' })
    const next = billDayOf(test.clock.now())
    await test.tick()
    wallet.refunds.delete(refundId)
    await nextNoon(test)
    expect(await differencesOf(test, sale)).toMatchObject([
      { day: next, status: 'open', repair: null },
      { day, status: 'repaired' },
    ])
  })

  it('is shown for a month, and for as long as it is open', async () => {
    const { test, sale, buyer, wallet } = await given()
    const { paymentId } = await givenPaid(test, { sale, buyer })
    wallet.attempts.delete(paymentId)
    await pass(test, TO_NOON)
    test.clock.advance(40 * DAY)
    expect(await booksOf(test, sale)).toMatchObject({
      days: [],
      differences: [{ status: 'open' }],
    })
  })
})
