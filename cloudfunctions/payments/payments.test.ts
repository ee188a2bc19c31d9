import type { Host } from '@/contracts/schemas'
import { toFen } from '@/domain/money'
import { MINUTE } from '@/domain/time'
import { givenBuyer, givenSale, openWallet, placeOrder, stockOf } from '../../test/builders/given-sale'
import { setUpApplication } from '../../test/builders/test-application'
import { orders } from '../orders'
import { payments } from './index'

const application = setUpApplication([orders, payments])

async function given({ available = 10, host = 'weapp' }: { available?: number; host?: Host } = {}) {
  const test = application()
  const sale = await givenSale(test, available)
  const buyer = await givenBuyer(test, host)
  const order = await placeOrder(test, { sale, buyer })
  const seen = async () =>
    (await test.as(buyer).ask<'orders', 'get-order'>('orders/get-order', { orderId: order.id })).order
  return { test, sale, buyer, order, seen, input: { orderId: order.id } }
}

describe('prepay', () => {
  it.each([
    ['weapp', 'wechat-pay'],
    ['alipay', 'alipay'],
  ] as const)('opens in %s the wallet %s', async (host, wallet) => {
    const { test, buyer, order, input } = await given({ host })
    const { prepay } = await test.as(buyer).ask<'payments', 'prepay'>('payments/prepay', input)
    expect(prepay.wallet).toBe(wallet)
    const [attempt] = [...test.wallets[wallet].attempts.values()]
    expect(attempt?.request).toMatchObject({ amount: order.total, expiresAt: order.expiresAt })
  })

  it('has no wallet for a guest in a browser', async () => {
    const { test, buyer, input } = await given({ host: 'h5' })
    expect(await test.as(buyer).refusal('payments/prepay', input)).toBe('wallet-unavailable')
  })

  it('asked again, opens the same attempt', async () => {
    const { test, buyer, input } = await given()
    const first = await test.as(buyer).ask('payments/prepay', input)
    expect(await test.as(buyer).ask('payments/prepay', input)).toEqual(first)
    expect(test.wallets['wechat-pay'].attempts.size).toBe(1)
  })

  it('asked twice at once, opens one attempt', async () => {
    const { test, buyer, input } = await given()
    await Promise.all([
      test.as(buyer).ask('payments/prepay', input),
      test.as(buyer).ask('payments/prepay', input),
    ])
    expect(test.wallets['wechat-pay'].attempts.size).toBe(1)
  })

  it('does not know what became of it when the wallet is silent, and finds the attempt again', async () => {
    const { test, buyer, input } = await given()
    test.wallets['wechat-pay'].isSilent = true
    expect(await test.as(buyer).refusal('payments/prepay', input)).toBe('payment-unknown')
    test.wallets['wechat-pay'].isSilent = false
    await test.as(buyer).ask('payments/prepay', input)
    expect(await test.db.selectFrom('payments').select('payment_id').execute()).toHaveLength(1)
  })

  it('does not open for what is paid already, even when the notice got lost', async () => {
    const { test, buyer, order, input, seen } = await given()
    test.wallets['wechat-pay'].pay(await openWallet(test, buyer, order))
    expect(await test.as(buyer).refusal('payments/prepay', input)).toBe('order-paid')
    expect((await seen()).status).toBe('paid')
    expect(await test.as(buyer).refusal('payments/prepay', input)).toBe('order-paid')
  })

  it('does not open at a wallet that refuses, and says whether that is known', async () => {
    const { test, buyer, input } = await given()
    test.wallets['wechat-pay'].isRefusing = true
    expect(await test.as(buyer).refusal('payments/prepay', input)).toBe('wallet-unavailable')
    test.wallets['wechat-pay'].silentOn.add('query')
    expect(await test.as(buyer).refusal('payments/prepay', input)).toBe('payment-unknown')
  })

  it('does not open somebody else’s order', async () => {
    const { test, input } = await given()
    const stranger = await givenBuyer(test)
    expect(await test.as(stranger).refusal('payments/prepay', input)).toBe('order-not-found')
    expect(await test.as(stranger).refusal('payments/confirm', input)).toBe('order-not-found')
  })

  it('does not open for an order that is closed, or about to be', async () => {
    const { test, buyer, input } = await given()
    test.clock.advance(15 * MINUTE)
    expect(await test.as(buyer).refusal('payments/prepay', input)).toBe('order-closed')
    await test.as(buyer).ask('orders/cancel-order', input)
    expect(await test.as(buyer).refusal('payments/prepay', input)).toBe('order-closed')
  })
})

describe('confirm', () => {
  it('believes the wallet, not the client', async () => {
    const { test, buyer, order, input, seen } = await given()
    const paymentId = await openWallet(test, buyer, order)
    await test.as(buyer).ask('payments/confirm', input)
    expect((await seen()).status).toBe('awaiting-payment')
    test.wallets['wechat-pay'].pay(paymentId)
    await test.as(buyer).ask('payments/confirm', input)
    expect(await seen()).toMatchObject({ status: 'paid', paidBy: 'wechat-pay', paidAt: test.clock.now() })
  })

  it('says so when the wallet does not answer', async () => {
    const { test, buyer, order, input } = await given()
    await openWallet(test, buyer, order)
    test.wallets['wechat-pay'].isSilent = true
    expect(await test.as(buyer).refusal('payments/confirm', input)).toBe('payment-unknown')
  })
})

describe('a payment notice', () => {
  const tell = async (notice: string, wallet = 'wechat-pay') =>
    (await application().post(`/notify/${wallet}`, notice)).status

  it('makes the order paid and its units sold', async () => {
    const { test, sale, buyer, order, seen } = await given()
    expect(await tell(test.wallets['wechat-pay'].pay(await openWallet(test, buyer, order)))).toBe(200)
    expect(await seen()).toMatchObject({ status: 'paid', refunds: [] })
    expect(await stockOf(test, sale)).toEqual({ available: 9, reserved: 0, sold: 1 })
  })

  it('told many times at once sells once', async () => {
    const { test, sale, buyer, order } = await given()
    const notice = test.wallets['wechat-pay'].pay(await openWallet(test, buyer, order))
    expect(await Promise.all(Array.from({ length: 5 }, () => tell(notice)))).toEqual([
      200, 200, 200, 200, 200,
    ])
    expect(await stockOf(test, sale)).toEqual({ available: 9, reserved: 0, sold: 1 })
  })

  it('that is forged changes nothing', async () => {
    const { test, buyer, order, seen } = await given()
    const notice = test.wallets['wechat-pay'].pay(await openWallet(test, buyer, order))
    expect(await tell(notice.replace('good', 'bad'))).toBe(400)
    expect((await seen()).status).toBe('awaiting-payment')
  })

  it('over another amount changes nothing and calls a person', async () => {
    const { test, buyer, order, seen } = await given()
    const notice = test.wallets['wechat-pay'].pay(await openWallet(test, buyer, order), toFen(1))
    expect(await tell(notice)).toBe(400)
    expect((await seen()).status).toBe('awaiting-payment')
    expect(test.log.takeAlarms()).toEqual(['payment-not-settled'])
  })

  it.each([
    [
      'for a number that we never gave',
      'payment-not-settled',
      (notice: string) => notice.replace(/pay_\w{20}/, 'pay_00000000000000000000'),
    ],
    [
      'for a number that is none of ours',
      'payment-notice-for-nobody',
      (notice: string) => notice.replace(/pay_\w{20}/, 'tx'),
    ],
  ])('%s changes nothing and calls a person', async (_what, alarm, change) => {
    const { test, buyer, order, seen } = await given()
    const notice = test.wallets['wechat-pay'].pay(await openWallet(test, buyer, order))
    expect(await tell(change(notice))).toBe(400)
    expect((await seen()).status).toBe('awaiting-payment')
    expect(test.log.takeAlarms()).toEqual([alarm])
  })

  it('of something else is acknowledged and changes nothing', async () => {
    const { seen } = await given()
    expect(await tell(JSON.stringify({ about: 'a refund', signature: 'good' }))).toBe(200)
    expect((await seen()).status).toBe('awaiting-payment')
  })

  it('from the other wallet is not believed', async () => {
    const { test, buyer, order, seen } = await given()
    const notice = test.wallets['wechat-pay'].pay(await openWallet(test, buyer, order))
    expect(await tell(notice, 'alipay')).toBe(400)
    expect((await seen()).status).toBe('awaiting-payment')
    expect(test.log.takeAlarms()).toHaveLength(1)
  })

  it('of a second transaction for the same attempt calls a person', async () => {
    const { test, sale, buyer, order } = await given()
    const notice = test.wallets['wechat-pay'].pay(await openWallet(test, buyer, order))
    await tell(notice)
    expect(await tell(notice.replace('tx-', 'tx2-'))).toBe(400)
    expect(await stockOf(test, sale)).toEqual({ available: 9, reserved: 0, sold: 1 })
    expect(test.log.takeAlarms()).toHaveLength(1)
  })
})
