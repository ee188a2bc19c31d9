import { MINUTE, SECOND } from '@/domain/time'
import { givenBuyer, givenSale, openWallet, placeOrder, stockOf } from '../../test/builders/given-sale'
import { type Actor, setUpApplication } from '../../test/builders/test-application'
import { payments } from '../payments'
import { orders } from './index'

const application = setUpApplication([orders, payments])

async function given(available = 10) {
  const test = application()
  const sale = await givenSale(test, available)
  const buyer = await givenBuyer(test)
  const order = await placeOrder(test, { sale, buyer })
  return { test, sale, buyer, order }
}

describe('orders', () => {
  it('are seen by their buyer, the latest first, page by page', async () => {
    const { test, sale, buyer, order } = await given(30)
    for (let n = 0; n < 20; n += 1) {
      test.clock.advance(SECOND)
      await placeOrder(test, { sale, buyer })
    }
    const first = await test.as(buyer).ask<'orders', 'list-orders'>('orders/list-orders')
    expect(first.orders).toHaveLength(20)
    const second = await test
      .as(buyer)
      .ask<'orders', 'list-orders'>('orders/list-orders', { after: first.next })
    expect(second.orders.map(({ id }) => id)).toEqual([order.id])
    expect(second.next).toBeNull()
  })

  it('of one moment are all seen, each once, by their buyer and by the shop', async () => {
    const { test, sale, buyer } = await given(30)
    for (let n = 0; n < 24; n += 1) await placeOrder(test, { sale, buyer })
    const list = async (who: Actor, name: string, input: object) => {
      const first = await test.as(who).ask<'orders', 'list-orders'>(`orders/${name}` as never, input)
      const page = { ...input, after: first.next }
      const second = await test.as(who).ask<'orders', 'list-orders'>(`orders/${name}` as never, page)
      expect(second.next).toBeNull()
      return [...first.orders, ...second.orders].map(({ id }) => id)
    }
    const mine = await list(buyer, 'list-orders', {})
    expect(mine).toHaveLength(25)
    expect(new Set(mine).size).toBe(25)
    expect(await list(sale.host, 'list-shop-orders', { merchantId: sale.merchantId })).toEqual(mine)
  })

  it('end with a full page when there are no more', async () => {
    const { test, sale, buyer } = await given(30)
    for (let n = 0; n < 19; n += 1) await placeOrder(test, { sale, buyer })
    const page = await test.as(buyer).ask<'orders', 'list-orders'>('orders/list-orders')
    expect([page.orders.length, page.next]).toEqual([20, null])
  })

  it('are not paged by what somebody made up', async () => {
    const { test, buyer } = await given()
    for (const after of ['', 'x', '1.o_1', "1.o_abcdefghabcdefghij01'"])
      expect(await test.as(buyer).refusal('orders/list-orders', { after })).toBe('invalid-request after')
  })

  it('of somebody else do not exist', async () => {
    const { test, order } = await given()
    const stranger = await givenBuyer(test)
    for (const name of ['orders/get-order', 'orders/cancel-order', 'payments/prepay', 'payments/confirm']) {
      expect(await test.as(stranger).refusal(name, { orderId: order.id })).toBe('order-not-found')
    }
  })

  it('of a shop are seen by its members only', async () => {
    const { test, sale, buyer, order } = await given()
    const input = { merchantId: sale.merchantId }
    expect(await test.as(buyer).refusal('orders/list-shop-orders', input)).toBe('forbidden')
    const seen = await test.as(sale.host).ask<'orders', 'list-shop-orders'>('orders/list-shop-orders', {
      ...input,
      after: `${test.clock.now() + 1}.${order.id}`,
    })
    expect(seen.orders).toMatchObject([{ buyerName: '小满', buyerHost: 'weapp', sharedBy: null }])
  })

  it('of a shop are opened one by one, by its members only', async () => {
    const { test, sale, buyer, order } = await given()
    const name = 'orders/get-shop-order'
    const seen = await test.as(sale.host).ask<'orders', 'get-shop-order'>(name, { orderId: order.id })
    expect(seen.order).toMatchObject({ id: order.id, buyerName: '小满', buyerHost: 'weapp' })
    expect(await test.as(buyer).refusal(name, { orderId: order.id })).toBe('forbidden')
    const unknown = test.ids.make('order', sale.merchantId)
    expect(await test.as(sale.host).refusal(name, { orderId: unknown })).toBe('order-not-found')
  })
})

describe('closing an order', () => {
  it('gives the stock back and tells the room', async () => {
    const { test, sale, buyer, order } = await given(1)
    const closed = await test
      .as(buyer)
      .ask<'orders', 'cancel-order'>('orders/cancel-order', { orderId: order.id })
    expect(closed.order).toMatchObject({ status: 'closed', closedBecause: 'buyer' })
    expect(await stockOf(test, sale)).toEqual({ available: 1, reserved: 0, sold: 0 })
    const bodies = await test.db.selectFrom('room_events').select('body').orderBy('seq').execute()
    expect(bodies.map(({ body }) => body)).toMatchObject([{ available: 0 }, { available: 1 }])
  })

  it('twice gives the stock back once', async () => {
    const { test, sale, buyer, order } = await given()
    await test.as(buyer).ask('orders/cancel-order', { orderId: order.id })
    await test.as(buyer).ask('orders/cancel-order', { orderId: order.id })
    expect(await stockOf(test, sale)).toEqual({ available: 10, reserved: 0, sold: 0 })
  })

  it('closes the attempt at the wallet first, so that it cannot be paid any more', async () => {
    const { test, buyer, order } = await given()
    const paymentId = await openWallet(test, buyer, order)
    await test.as(buyer).ask('orders/cancel-order', { orderId: order.id })
    expect(test.wallets['wechat-pay'].attempts.get(paymentId)?.state.status).toBe('closed')
  })

  it('finds out that it was paid, and leaves it paid', async () => {
    const { test, sale, buyer, order } = await given()
    test.wallets['wechat-pay'].pay(await openWallet(test, buyer, order))
    expect(await test.as(buyer).refusal('orders/cancel-order', { orderId: order.id })).toBe('order-paid')
    expect(await stockOf(test, sale)).toEqual({ available: 9, reserved: 0, sold: 1 })
  })

  it('keeps the order and its stock while the wallet is silent', async () => {
    const { test, sale, buyer, order } = await given()
    await openWallet(test, buyer, order)
    test.wallets['wechat-pay'].isSilent = true
    expect(await test.as(buyer).refusal('orders/cancel-order', { orderId: order.id })).toBe('payment-unknown')
    expect(await stockOf(test, sale)).toEqual({ available: 9, reserved: 1, sold: 0 })
  })
})

describe('the payment window', () => {
  it('closes what was not paid, and not a second earlier', async () => {
    const { test, sale, buyer, order } = await given()
    test.clock.advance(15 * MINUTE - SECOND)
    await test.tick()
    expect(await stockOf(test, sale)).toEqual({ available: 9, reserved: 1, sold: 0 })
    test.clock.advance(SECOND)
    await test.tick()
    const seen = await test.as(buyer).ask<'orders', 'get-order'>('orders/get-order', { orderId: order.id })
    expect(seen.order).toMatchObject({ status: 'closed', closedBecause: 'timeout' })
    expect(await stockOf(test, sale)).toEqual({ available: 10, reserved: 0, sold: 0 })
  })

  it('comes back to a wallet that was silent', async () => {
    const { test, sale, buyer, order } = await given()
    await openWallet(test, buyer, order)
    test.wallets['wechat-pay'].isSilent = true
    test.clock.advance(15 * MINUTE)
    await test.tick()
    expect(await stockOf(test, sale)).toEqual({ available: 9, reserved: 1, sold: 0 })
    test.wallets['wechat-pay'].isSilent = false
    test.clock.advance(MINUTE)
    await test.tick()
    expect(await stockOf(test, sale)).toEqual({ available: 10, reserved: 0, sold: 0 })
  })

  it('leaves a paid order alone', async () => {
    const { test, sale, buyer, order } = await given()
    test.wallets['wechat-pay'].pay(await openWallet(test, buyer, order))
    await test.as(buyer).ask('payments/confirm', { orderId: order.id })
    test.clock.advance(15 * MINUTE)
    await test.tick()
    expect(await stockOf(test, sale)).toEqual({ available: 9, reserved: 0, sold: 1 })
  })
})
