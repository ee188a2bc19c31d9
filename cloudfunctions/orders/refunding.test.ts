import { DAY } from '@/domain/time'
import { givenClaim, givenPaidOrder, payOrder } from '../../test/builders/given-orders'
import { givenBuyer, givenSale, placeOrder, stockOf, wishOf } from '../../test/builders/given-sale'
import { setUpApplication } from '../../test/builders/test-application'
import { payments } from '../payments'
import { orders } from './index'

const application = setUpApplication([orders, payments])
const PNG = Buffer.from('\x89PNG\r\n\x1a\n then some', 'latin1').toString('base64')

async function given(quantity = 3) {
  const test = application()
  const { sale, buyer, order } = await givenPaidOrder(test, quantity)
  const units = (count: number) => [{ line: 1, quantity: count }]
  const wish = (count: number) => ({ orderId: order.id, units: units(count), reason: 'changed-mind' })
  const ask = async (count: number) =>
    (await test.as(buyer).ask<'orders', 'request-refund'>('orders/request-refund', wish(count))).order
  const refusal = (count: number) => test.as(buyer).refusal('orders/request-refund', wish(count))
  const answer = (refundId: string | undefined, word: 'agree' | 'refuse', note = '好的') =>
    test.as(sale.host).refusal('orders/answer-refund', { refundId, answer: word, note })
  const seen = async () =>
    (await test.as(buyer).ask<'orders', 'get-order'>('orders/get-order', { orderId: order.id })).order
  const ship = () =>
    test
      .as(sale.host)
      .refusal('orders/ship', { orderId: order.id, carrierCode: 'SF', trackingNumber: 'SF1234567' })
  const sentBack = () =>
    [...test.wallets['wechat-pay'].refunds.values()].reduce((sum, { amount }) => sum + amount, 0)
  return { test, sale, buyer, order, units, wish, ask, refusal, answer, seen, ship, sentBack }
}

describe('a refund that is asked for', () => {
  it('waits for the shop, and goes back when the shop agrees', async () => {
    const { test, sale, ask, answer, seen, sentBack } = await given()
    const { refunds } = await ask(1)
    expect(refunds).toMatchObject([
      { status: 'requested', amount: 2990, cause: 'buyer', wallet: 'wechat-pay' },
    ])
    await test.tick()
    expect(sentBack()).toBe(0)
    expect(await answer(refunds[0]?.id, 'agree')).toBe('ok')
    expect(await stockOf(test, sale)).toEqual({ available: 8, reserved: 0, sold: 2 })
    await test.tick()
    expect(sentBack()).toBe(2990)
    expect(await seen()).toMatchObject({
      status: 'paid',
      lines: [{ quantity: 3, refunded: 1 }],
      refunds: [{ status: 'refunded', answer: '好的', doneAt: test.clock.now() }],
      refundable: { lines: [{ line: 1, quantity: 2, amount: 5980 }] },
    })
  })

  it('for everything ends the order, gives the stock back and the coupon, too', async () => {
    const test = application()
    const sale = await givenSale(test)
    const buyer = await givenBuyer(test)
    const { claimId } = await givenClaim(test, { sale, buyer })
    const placed = await test
      .as(buyer)
      .ask<'orders', 'place-order'>('orders/place-order', { ...wishOf(sale, buyer, 2), claimId })
    await payOrder(test, buyer, placed.order)
    const wish = { orderId: placed.order.id, units: [{ line: 1, quantity: 2 }], note: '缺货' }
    await test.as(sale.host).ask('orders/refund-order', wish)
    await test.tick()
    const seen = await test
      .as(buyer)
      .ask<'orders', 'get-order'>('orders/get-order', { orderId: placed.order.id })
    expect(seen.order).toMatchObject({ status: 'refunded', refunds: [{ cause: 'merchant', amount: 5480 }] })
    expect(await stockOf(test, sale)).toEqual({ available: 10, reserved: 0, sold: 0 })
    const claim = await test.db.selectFrom('coupon_claims').select('status').executeTakeFirstOrThrow()
    expect(claim.status).toBe('held')
  })

  it('is never for more than was paid', async () => {
    const { ask, refusal } = await given(2)
    await ask(1)
    expect(await refusal(2)).toBe('refund-too-much')
    expect(await refusal(1)).toBe('ok')
    expect(await refusal(1)).toBe('refund-too-much')
  })

  it('is asked for once for each key', async () => {
    const { test, buyer, wish, seen } = await given()
    const send = (count: number) => test.as(buyer).refusal('orders/request-refund', wish(count), 'one-refund')
    expect([await send(1), await send(1), await send(2)]).toEqual(['ok', 'ok', 'idempotency-conflict'])
    expect((await seen()).refunds).toHaveLength(1)
  })

  it('can be refused with a reason only, and asked for anew', async () => {
    const { ask, answer, seen } = await given()
    const { refunds } = await ask(3)
    expect(await answer(refunds[0]?.id, 'refuse', '')).toBe('refund-note-missing note')
    expect(await answer(refunds[0]?.id, 'refuse', '已经发货')).toBe('ok')
    expect(await answer(refunds[0]?.id, 'refuse', '已经发货')).toBe('ok')
    expect(await answer(refunds[0]?.id, 'agree')).toBe('refund-answered')
    expect((await ask(3)).refunds.map(({ status }) => status)).toEqual(['refused', 'requested'])
    expect((await seen()).refunds[0]).toMatchObject({ answer: '已经发货' })
  })

  it('can be withdrawn by its buyer until it is answered', async () => {
    const { test, buyer, ask, answer } = await given()
    const { refunds } = await ask(1)
    const withdraw = (who: typeof buyer, refundId = refunds[0]?.id) =>
      test.as(who).refusal('orders/withdraw-refund', { refundId })
    expect(await withdraw(await givenBuyer(test))).toBe('refund-not-found')
    expect([await withdraw(buyer), await withdraw(buyer)]).toEqual(['ok', 'ok'])
    const second = await ask(1)
    await answer(second.refunds[1]?.id, 'agree')
    expect(await withdraw(buyer, second.refunds[1]?.id)).toBe('refund-answered')
    expect(await answer(second.refunds[1]?.id, 'agree')).toBe('ok')
  })

  it('after everything was sent leaves the sold units sold, and the freight with the shop', async () => {
    const { test, sale, ask, answer, seen, ship } = await given()
    await ship()
    const { refunds } = await ask(3)
    await answer(refunds[0]?.id, 'agree')
    await test.tick()
    expect(await seen()).toMatchObject({ status: 'refunded' })
    expect(await stockOf(test, sale)).toEqual({ available: 7, reserved: 0, sold: 3 })
  })

  it('of what was not sent yet makes the rest of the order complete', async () => {
    const { test, sale, order, ask, answer, seen, units } = await given()
    const parcel = { orderId: order.id, carrierCode: 'SF', trackingNumber: 'SF1234567', units: units(2) }
    await test.as(sale.host).ask('orders/ship', parcel)
    const { refunds } = await ask(1)
    await answer(refunds[0]?.id, 'agree')
    await test.tick()
    expect(await seen()).toMatchObject({ status: 'shipped', lines: [{ shipped: 2, refunded: 1 }] })
    expect(await stockOf(test, sale)).toEqual({ available: 8, reserved: 0, sold: 2 })
  })

  it('holds the end of the order up until it is answered and sent', async () => {
    const { test, buyer, order, ask, answer, seen, ship } = await given()
    await ship()
    await test.as(buyer).ask('orders/confirm-receipt', { orderId: order.id })
    const { refunds } = await ask(1)
    test.clock.advance(7 * DAY)
    await test.tick()
    expect((await seen()).status).toBe('received')
    await answer(refunds[0]?.id, 'refuse')
    await test.tick()
    expect((await seen()).status).toBe('done')
  })

  it('holds nothing up that is not due: an order whose refund is over ends with its window', async () => {
    const { test, buyer, order, ask, answer, seen, ship } = await given()
    await ship()
    await test.as(buyer).ask('orders/confirm-receipt', { orderId: order.id })
    const { refunds } = await ask(1)
    await answer(refunds[0]?.id, 'agree')
    for (const time of [0, 7 * DAY - 1]) {
      test.clock.advance(time)
      await test.tick()
      expect((await seen()).status).toBe('received')
    }
    test.clock.advance(1)
    await test.tick()
    expect((await seen()).status).toBe('done')
  })

  it('that is sent after the window ends the order at once', async () => {
    const { test, buyer, order, ask, answer, seen, ship } = await given()
    await ship()
    await test.as(buyer).ask('orders/confirm-receipt', { orderId: order.id })
    const [one, two] = [await ask(1), await ask(1)].map(({ refunds }) => refunds.at(-1)?.id)
    test.clock.advance(7 * DAY)
    await test.tick()
    const waiting = test.db.selectFrom('jobs').select('kind').where('done_at', 'is', null)
    expect(await waiting.where('kind', '=', 'end-after-sales').execute()).toEqual([])
    await answer(one, 'agree')
    await test.tick()
    expect((await seen()).status).toBe('received')
    await answer(two, 'agree')
    await test.tick()
    expect((await seen()).status).toBe('done')
  })

  it.each([
    ['before it is paid', 'order-unpaid'],
    ['when it is closed', 'order-closed'],
  ])('is refused %s', async (when, code) => {
    const test = application()
    const sale = await givenSale(test)
    const buyer = await givenBuyer(test)
    const order = await placeOrder(test, { sale, buyer })
    if (when === 'when it is closed') await test.as(buyer).ask('orders/cancel-order', { orderId: order.id })
    const wish = { orderId: order.id, units: [{ line: 1, quantity: 1 }], reason: 'other' }
    expect(await test.as(buyer).refusal('orders/request-refund', wish)).toBe(code)
    const byShop = { orderId: order.id, units: wish.units, note: '缺货' }
    expect(await test.as(sale.host).refusal('orders/refund-order', byShop)).toBe(code)
  })

  it('is refused when the order is done, unless it is the shop’s own wish', async () => {
    const { test, sale, buyer, order, refusal, ship, units } = await given()
    await ship()
    await test.as(buyer).ask('orders/confirm-receipt', { orderId: order.id })
    test.clock.advance(7 * DAY)
    await test.tick()
    expect(await refusal(1)).toBe('order-done')
    const wish = { orderId: order.id, units: units(3), note: '心意' }
    expect(await test.as(sale.host).refusal('orders/refund-order', wish)).toBe('ok')
    await test.tick()
  })

  it('is nobody else’s to ask for or to answer', async () => {
    const { test, wish, ask, sale } = await given()
    const stranger = await givenBuyer(test)
    expect(await test.as(stranger).refusal('orders/request-refund', wish(1))).toBe('order-not-found')
    const { refunds } = await ask(1)
    const answer = { refundId: refunds[0]?.id, answer: 'agree', note: '' }
    expect(await test.as(stranger).refusal('orders/answer-refund', answer)).toBe('forbidden')
    const nobody = { ...answer, refundId: test.ids.make('refund', sale.merchantId) }
    for (const name of ['orders/answer-refund', 'orders/retry-refund'])
      expect(await test.as(sale.host).refusal(name, nobody)).toMatch(/^(refund-not-found|invalid-request)/)
    expect(await test.as(stranger).refusal('orders/withdraw-refund', { refundId: nobody.refundId })).toBe(
      'refund-not-found',
    )
  })

  it('may have pictures of the order’s buyer', async () => {
    const { test, buyer, order, wish } = await given()
    const upload = { orderId: order.id, data: PNG }
    const { pictureId, pictureUrl } = await test
      .as(buyer)
      .ask<'orders', 'upload-refund-picture'>('orders/upload-refund-picture', upload)
    const asked = await test
      .as(buyer)
      .ask<'orders', 'request-refund'>('orders/request-refund', { ...wish(1), pictureIds: [pictureId] })
    expect(asked.order.refunds).toMatchObject([{ pictureUrls: [pictureUrl] }])
    const stranger = await givenBuyer(test)
    expect(await test.as(stranger).refusal('orders/upload-refund-picture', upload)).toBe('order-not-found')
    expect(await test.as(buyer).refusal('orders/upload-refund-picture', { ...upload, data: 'nothing' })).toBe(
      'picture-invalid data',
    )
    const foreign = test.ids.make('picture', test.ids.make('merchant'))
    expect(await test.as(buyer).refusal('orders/request-refund', { ...wish(1), pictureIds: [foreign] })).toBe(
      'picture-invalid pictureIds',
    )
  })
})

describe('the money of a refund', () => {
  async function agreed() {
    const shop = await given()
    const { refunds } = await shop.ask(1)
    await shop.answer(refunds[0]?.id, 'agree')
    const status = async () => (await shop.seen()).refunds[0]?.status
    return { ...shop, refundId: refunds[0]?.id, status, wallet: shop.test.wallets['wechat-pay'] }
  }

  it('is on its way while the wallet is silent or slow, and moves once', async () => {
    const { test, wallet, status, sentBack } = await agreed()
    wallet.isSilent = true
    await test.tick()
    expect(await status()).toBe('refunding')
    wallet.isSilent = false
    wallet.isSlowToRefund = true
    test.clock.advance(60_000)
    await test.tick()
    expect(await status()).toBe('refunding')
    wallet.isSlowToRefund = false
    test.clock.advance(120_000)
    await test.tick()
    expect([await status(), sentBack()]).toEqual(['refunded', 2990])
  })

  it('waits for a person when the wallet refuses, who has it tried again', async () => {
    const { test, sale, wallet, status, refundId, answer } = await agreed()
    wallet.isSlowToRefund = true
    await test.tick()
    wallet.failRefund(refundId ?? '')
    test.clock.advance(60_000)
    await test.tick()
    expect(test.log.takeAlarms()).toEqual(['refund-refused'])
    expect(await status()).toBe('failed')
    wallet.refunds.clear()
    wallet.isSlowToRefund = false
    expect(await test.as(sale.host).refusal('orders/retry-refund', { refundId })).toBe('ok')
    await test.tick()
    expect(await status()).toBe('refunded')
    expect(await test.as(sale.host).refusal('orders/retry-refund', { refundId })).toBe('refund-answered')
    expect(await answer(refundId, 'agree')).toBe('ok')
  })
})
