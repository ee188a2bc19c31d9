import { DAY } from '@/domain/time'
import { givenPaidOrder, payOrder } from '../../test/builders/given-orders'
import { givenBuyer, givenSale, placeOrder } from '../../test/builders/given-sale'
import { setUpApplication } from '../../test/builders/test-application'
import { payments } from '../payments'
import { orders } from './index'

const application = setUpApplication([orders, payments])
const SF = { carrierCode: 'SF', trackingNumber: 'SF1234567' }

async function given() {
  const test = application()
  const { sale, buyer, order } = await givenPaidOrder(test, 3)
  const { host } = sale
  const ship = (more: object = {}) =>
    test.as(host).ask<'orders', 'ship'>('orders/ship', { orderId: order.id, ...SF, ...more })
  const refusal = (more: object = {}) =>
    test.as(host).refusal('orders/ship', { orderId: order.id, ...SF, ...more })
  const seen = async () =>
    (await test.as(buyer).ask<'orders', 'get-order'>('orders/get-order', { orderId: order.id })).order
  const reported = () => test.shippingReports['wechat-pay'].heard
  return { test, sale, buyer, order, host, ship, refusal, seen, reported }
}

describe('shipping', () => {
  it('sends everything that is left in one parcel and tells the wallet', async () => {
    const { test, ship, reported } = await given()
    const { order } = await ship()
    expect(order).toMatchObject({
      status: 'shipped',
      shippedAt: test.clock.now(),
      receivedBy: test.clock.now() + 10 * DAY,
      lines: [{ shipped: 3 }],
      parcels: [{ carrierName: '顺丰速运', trackingNumber: 'SF1234567', lines: [{ line: 1, quantity: 3 }] }],
    })
    await test.tick()
    expect(reported()).toMatchObject([
      { isComplete: true, isCorrection: false, parcels: [{ trackingNumber: 'SF1234567' }] },
    ])
  })

  it('goes parcel by parcel', async () => {
    const { test, ship, reported } = await given()
    const first = await ship({ units: [{ line: 1, quantity: 2 }] })
    expect(first.order).toMatchObject({ status: 'part-shipped', shippedAt: null, receivedBy: null })
    await test.tick()
    const second = await ship({ trackingNumber: 'SF7654321' })
    expect(second.order).toMatchObject({ status: 'shipped', lines: [{ shipped: 3 }] })
    await test.tick()
    expect(reported().map(({ isComplete, parcels }) => [isComplete, parcels.length])).toEqual([
      [false, 1],
      [true, 2],
    ])
  })

  it('with the same number again is the same parcel', async () => {
    const { ship } = await given()
    await ship()
    expect((await ship()).order.parcels).toHaveLength(1)
  })

  it('with the same key again is the same parcel, and with other content a mistake', async () => {
    const { test, host, order } = await given()
    const input = { orderId: order.id, ...SF }
    await test.as(host).ask('orders/ship', input, 'one-parcel')
    await test.as(host).ask('orders/ship', input, 'one-parcel')
    expect(await test.as(host).refusal('orders/ship', { ...input, carrierCode: 'ZTO' }, 'one-parcel')).toBe(
      'idempotency-conflict',
    )
  })

  it.each([
    ['more units than are left', { units: [{ line: 1, quantity: 4 }] }, 'ship-too-much units'],
    ['a line that is not there', { units: [{ line: 2, quantity: 1 }] }, 'ship-too-much units'],
    ['with a carrier that nobody knows', { carrierCode: 'PIGEON' }, 'carrier-unknown carrierCode'],
  ])('is refused for %s', async (_what, more, code) => {
    expect(await (await given()).refusal(more)).toBe(code)
  })

  it('is refused when everything was sent, nothing is paid, or there is no order', async () => {
    const { test, sale, host, ship, refusal } = await given()
    await ship()
    expect(await refusal({ trackingNumber: 'SF0000000' })).toBe('order-shipped')
    const unpaid = await placeOrder(test, { sale, buyer: await givenBuyer(test) })
    expect(await refusal({ orderId: unpaid.id })).toBe('order-unpaid')
    const nobody = { orderId: test.ids.make('order', sale.merchantId), ...SF }
    expect(await test.as(host).refusal('orders/ship', nobody)).toBe('order-not-found')
  })

  it('asks the wallet again when it was silent, and calls a person when it refuses', async () => {
    const { test, ship, reported } = await given()
    test.shippingReports['wechat-pay'].isSilent = true
    await ship()
    await test.tick()
    expect(reported()).toEqual([])
    test.shippingReports['wechat-pay'].isSilent = false
    test.shippingReports['wechat-pay'].refusal = 'no-such-trade'
    test.clock.advance(60_000)
    await test.tick()
    expect(reported()).toHaveLength(1)
    expect(test.log.takeAlarms()).toEqual(['shipping-report-refused'])
  })

  it('sets a wrong number right once, and tells the wallet', async () => {
    const { test, host, ship, reported } = await given()
    const { order } = await ship()
    await test.tick()
    const parcelId = order.parcels[0]?.id
    const correct = (trackingNumber: string, carrierCode = 'ZTO') =>
      test.as(host).refusal('orders/correct-parcel', { parcelId, carrierCode, trackingNumber })
    expect(await correct('SF1234567', 'SF')).toBe('ok')
    expect(await correct('ZTO1234567', 'PIGEON')).toBe('carrier-unknown carrierCode')
    expect(await correct('ZTO1234567')).toBe('ok')
    await test.tick()
    expect(reported().at(-1)).toMatchObject({
      isCorrection: true,
      parcels: [{ carrierCode: 'ZTO', trackingNumber: 'ZTO1234567' }],
    })
    expect(await correct('ZTO9999999')).toBe('parcel-corrected')
    const parcel = await test.db.selectFrom('parcels').select(['reported_at']).executeTakeFirstOrThrow()
    expect(parcel.reported_at).toBe(test.clock.now())
  })

  it('tells the wallet again of a parcel that was corrected while it was told', async () => {
    const { test, host, ship, reported } = await given()
    const { order } = await ship()
    const correction = { parcelId: order.parcels[0]?.id, carrierCode: 'ZTO', trackingNumber: 'ZTO1234567' }
    const stored = () => test.db.selectFrom('parcels').select('reported_at').executeTakeFirstOrThrow()
    test.shippingReports['wechat-pay'].meanwhile = async () => {
      await test.as(host).ask('orders/correct-parcel', correction)
    }
    await test.tick()
    expect(reported().map(({ parcels }) => parcels[0]?.trackingNumber)).toEqual(['SF1234567', 'ZTO1234567'])
    expect(await stored()).toEqual({ reported_at: test.clock.now() })
  })

  it('tells a carrier that is not on the list any more by its code', async () => {
    const { test, ship, reported } = await given()
    await ship()
    await test.db.updateTable('parcels').set({ carrier_code: 'PIGEON' }).execute()
    await test.tick()
    expect(reported()[0]?.parcels).toMatchObject([{ carrierCode: 'PIGEON', carrierName: 'PIGEON' }])
  })

  it('does not give two parcels of an order one number', async () => {
    const { test, host, ship } = await given()
    await ship({ units: [{ line: 1, quantity: 1 }] })
    const { order } = await ship({ trackingNumber: 'SF7654321' })
    const input = { parcelId: order.parcels[0]?.id, carrierCode: 'SF', trackingNumber: 'SF7654321' }
    expect(await test.as(host).refusal('orders/correct-parcel', input)).toBe('invalid-request trackingNumber')
    const nobody = { ...input, parcelId: test.ids.make('parcel', order.merchantId) }
    expect(await test.as(host).refusal('orders/correct-parcel', nobody)).toBe('parcel-not-found')
  })
})

describe('receipt', () => {
  it('is the buyer’s word, twice as well as once', async () => {
    const { test, buyer, order, ship } = await given()
    const confirm = () => test.as(buyer).refusal('orders/confirm-receipt', { orderId: order.id })
    expect(await confirm()).toBe('order-not-shipped')
    await ship()
    expect([await confirm(), await confirm()]).toEqual(['ok', 'ok'])
    const stranger = await givenBuyer(test)
    expect(await test.as(stranger).refusal('orders/confirm-receipt', { orderId: order.id })).toBe(
      'order-not-found',
    )
  })

  it('counts after ten days without a word, and a week later the order is done', async () => {
    const { test, ship, seen } = await given()
    await ship()
    test.clock.advance(10 * DAY - 1)
    await test.tick()
    expect((await seen()).status).toBe('shipped')
    test.clock.advance(1)
    await test.tick()
    expect(await seen()).toMatchObject({ status: 'received', receivedAt: test.clock.now() })
    test.clock.advance(7 * DAY)
    await test.tick()
    expect(await seen()).toMatchObject({ status: 'done', refundable: null })
  })
})

describe('a sheet of parcels', () => {
  async function givenTwo() {
    const shop = await given()
    const other = await payOrder(
      shop.test,
      shop.buyer,
      await placeOrder(shop.test, { sale: shop.sale, buyer: shop.buyer }),
    )
    const input = (csv: string) => ({ merchantId: shop.sale.merchantId, csv })
    const preview = async (csv: string) => {
      const reply = await shop.test
        .as(shop.host)
        .ask<'orders', 'preview-shipping'>('orders/preview-shipping', input(csv))
      return reply.rows.map(({ row, problem }) => [row, problem])
    }
    const load = (csv: string, key?: string) =>
      shop.test.as(shop.host).refusal('orders/import-shipping', input(csv), key)
    return { ...shop, other, preview, load, input }
  }

  it('ships all its rows, with or without a header', async () => {
    const { test, order, other, preview, load, host, input } = await givenTwo()
    const csv = `\ufeff订单,快递,单号\r\n${order.id},顺丰,SF1234567\r\n\r\n${other.id},ZTO,ZTO1234567\r\n`
    expect(await preview(csv)).toEqual([
      [2, null],
      [4, null],
    ])
    const reply = await test
      .as(host)
      .ask<'orders', 'import-shipping'>('orders/import-shipping', input(csv), 'the-sheet')
    expect(reply).toEqual({ shipped: 2 })
    expect(await load(csv, 'the-sheet')).toBe('ok')
    expect(await load(csv.replace('SF1', 'SF2'), 'the-sheet')).toBe('idempotency-conflict')
    expect(await test.db.selectFrom('parcels').selectAll().execute()).toHaveLength(2)
    expect(await preview(`${order.id},顺丰,SF1234567`)).toEqual([[1, 'order-not-shippable']])
  })

  it('tells what is wrong with each row, and ships none', async () => {
    const { test, order, other, preview, load } = await givenTwo()
    const elsewhere = await givenPaidOrder(test)
    const csv = [
      `${order.id},飞鸽,SF1234567`,
      `${other.id},顺丰,1`,
      `${other.id},顺丰,SF1234567`,
      `${elsewhere.order.id},顺丰,SF1234567`,
      'o_nothing',
    ].join('\n')
    expect(await preview(csv)).toEqual([
      [1, 'carrier-unknown'],
      [2, 'tracking-invalid'],
      [3, 'order-twice'],
      [4, 'order-unknown'],
      [5, 'order-unknown'],
    ])
    expect(await load(csv)).toBe('import-invalid csv')
    expect(await test.db.selectFrom('parcels').selectAll().execute()).toEqual([])
  })

  it('names no order whose last units are on their way back', async () => {
    const { test, order, host, preview, load } = await givenTwo()
    const units = (quantity: number) => [{ line: 1, quantity }]
    await test.as(host).ask('orders/ship', { orderId: order.id, ...SF, units: units(2) })
    test.wallets['wechat-pay'].isSlowToRefund = true
    await test.as(host).ask('orders/refund-order', { orderId: order.id, units: units(1), note: '缺货' })
    const csv = `${order.id},SF,SF7654321`
    expect(await preview(csv)).toEqual([[1, 'order-not-shippable']])
    expect(await load(csv)).toBe('import-invalid csv')
    await test.tick()
  })

  it.each([
    ['is empty', ''],
    ['is no sheet', '"unclosed'],
    ['is not UTF-8', '\ufffd,\ufffd'],
    ['is too long', 'x,y,z\n'.repeat(1_002)],
  ])('is refused when it %s', async (_what, csv) => {
    const { test, host, load, input } = await givenTwo()
    expect(await load(csv)).toBe('import-invalid csv')
    expect(await test.as(host).refusal('orders/preview-shipping', input(csv))).toBe('import-invalid csv')
  })

  it('names no order of the shop when its numbers are wrong', async () => {
    const sale = await givenSale(application())
    const input = { merchantId: sale.merchantId, csv: 'nothing,SF,SF1234567\nnothing,SF,SF1234567' }
    const reply = await application()
      .as(sale.host)
      .ask<'orders', 'preview-shipping'>('orders/preview-shipping', input)
    expect(reply.rows).toMatchObject([{ row: 2, problem: 'order-unknown' }])
  })
})
