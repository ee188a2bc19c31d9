import { MINUTE } from '@/domain/time'
import { givenBuyer, givenSale, openWallet, placeOrder, stockOf } from '../../test/builders/given-sale'
import { setUpApplication } from '../../test/builders/test-application'
import { orders } from '../orders'
import { payments } from './index'

const application = setUpApplication([orders, payments])

async function given(available = 10) {
  const test = application()
  const sale = await givenSale(test, available)
  const buyer = await givenBuyer(test)
  const order = await placeOrder(test, { sale, buyer })
  const seen = async () =>
    (await test.as(buyer).ask<'orders', 'get-order'>('orders/get-order', { orderId: order.id })).order
  return { test, sale, buyer, order, seen, input: { orderId: order.id } }
}

describe('money that comes after the order was closed', () => {
  async function paidTooLate(available: number) {
    const shop = await given(available)
    const { test, buyer, order, input } = shop
    const paymentId = await openWallet(test, buyer, order)
    await test.as(buyer).ask('orders/cancel-order', input)
    const notice = test.wallets['wechat-pay'].pay(paymentId)
    return { ...shop, notice, tell: async () => (await test.post('/notify/wechat-pay', notice)).status }
  }

  it('takes the stock again if it is there', async () => {
    const { test, sale, seen, tell } = await paidTooLate(1)
    expect(await tell()).toBe(200)
    expect(await seen()).toMatchObject({ status: 'paid', closedBecause: null, refunds: [] })
    expect(await stockOf(test, sale)).toEqual({ available: 0, reserved: 0, sold: 1 })
  })

  it('goes back when somebody else has the last one, and both sides see it', async () => {
    const { test, sale, order, seen, tell } = await paidTooLate(1)
    await placeOrder(test, { sale, buyer: await givenBuyer(test) })
    expect(await tell()).toBe(200)
    expect(await seen()).toMatchObject({
      status: 'closed',
      refunds: [{ cause: 'late-payment', amount: order.total, status: 'refunding', doneAt: null }],
    })
    await test.tick()
    expect(await seen()).toMatchObject({
      status: 'closed',
      refunds: [{ status: 'refunded', doneAt: test.clock.now() }],
    })
    expect([...test.wallets['wechat-pay'].refunds.values()]).toMatchObject([{ amount: order.total }])
    expect(await stockOf(test, sale)).toEqual({ available: 0, reserved: 1, sold: 0 })
  })

  it('goes back once, however often the wallet tells and stays silent', async () => {
    const { test, sale, seen, tell } = await paidTooLate(1)
    await placeOrder(test, { sale, buyer: await givenBuyer(test) })
    await tell()
    test.wallets['wechat-pay'].isSilent = true
    await test.tick()
    expect((await seen()).refunds).toMatchObject([{ status: 'refunding' }])
    test.wallets['wechat-pay'].isSilent = false
    test.clock.advance(MINUTE)
    await test.tick()
    await tell()
    test.clock.advance(MINUTE)
    await test.tick()
    expect((await seen()).refunds).toMatchObject([{ status: 'refunded' }])
    expect(test.wallets['wechat-pay'].refunds.size).toBe(1)
  })

  it('waits for a person when the wallet can not send it back', async () => {
    const { test, sale, seen, tell } = await paidTooLate(1)
    await placeOrder(test, { sale, buyer: await givenBuyer(test) })
    await tell()
    test.wallets['wechat-pay'].attempts.clear()
    await test.tick()
    expect((await seen()).refunds).toMatchObject([{ status: 'failed', doneAt: null }])
    expect(test.log.takeAlarms()).toEqual(['refund-refused'])
  })

  it('is still under way while the wallet is slow', async () => {
    const { test, sale, seen, tell } = await paidTooLate(1)
    await placeOrder(test, { sale, buyer: await givenBuyer(test) })
    await tell()
    test.wallets['wechat-pay'].isSlowToRefund = true
    await test.tick()
    expect((await seen()).refunds).toMatchObject([{ status: 'refunding' }])
  })
})

describe('a second payment for one order', () => {
  /** Begun in one wallet, finished in the other: the order is paid once. */
  async function paidTwice() {
    const shop = await given()
    const { test, sale, buyer, order } = shop
    await test.post(
      '/notify/wechat-pay',
      test.wallets['wechat-pay'].pay(await openWallet(test, buyer, order)),
    )
    const paymentId = test.ids.make('payment', sale.merchantId)
    await test.db
      .insertInto('payments')
      .values({
        merchant_id: sale.merchantId,
        payment_id: paymentId,
        order_id: order.id,
        wallet: 'alipay',
        amount_fen: order.total,
        status: 'created',
        transaction_id: null,
        created_at: test.clock.now(),
        paid_at: null,
      })
      .execute()
    const payer = { userId: buyer.userId, hostUserId: '2088' }
    const attempt = { paymentId, orderId: order.id, amount: order.total, description: order.id }
    await test.wallets.alipay.create({ ...attempt, payer, expiresAt: order.expiresAt })
    return { ...shop, notice: test.wallets.alipay.pay(paymentId) }
  }

  it('goes back to where it came from, and the order stays paid', async () => {
    const { test, sale, order, seen, notice } = await paidTwice()
    expect((await test.post('/notify/alipay', notice)).status).toBe(200)
    await test.tick()
    expect(await seen()).toMatchObject({
      status: 'paid',
      paidBy: 'wechat-pay',
      refunds: [{ cause: 'second-payment', wallet: 'alipay', amount: order.total, status: 'refunded' }],
    })
    expect([test.wallets['wechat-pay'].refunds.size, test.wallets.alipay.refunds.size]).toEqual([0, 1])
    expect(await stockOf(test, sale)).toEqual({ available: 9, reserved: 0, sold: 1 })
  })
})
