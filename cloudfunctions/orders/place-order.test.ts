import { MINUTE } from '@/domain/time'
import { givenMerchant, givenOnShelf, givenProduct, givenRoom } from '../../test/builders/given'
import { givenBuyer, givenSale, stockOf, wishOf, type Buyer, type Sale } from '../../test/builders/given-sale'
import { setUpApplication } from '../../test/builders/test-application'
import { orders } from './index'

const application = setUpApplication([orders])

async function given(available = 10): Promise<{ sale: Sale; buyer: Buyer }> {
  const test = application()
  return { sale: await givenSale(test, available), buyer: await givenBuyer(test) }
}

describe('placing an order', () => {
  it('reserves the stock, fixes the price and holds both for 15 minutes', async () => {
    const test = application()
    const { sale, buyer } = await given()
    const { order } = await test
      .as(buyer)
      .ask<'orders', 'place-order'>('orders/place-order', wishOf(sale, buyer, 2))
    expect(order).toMatchObject({
      status: 'awaiting-payment',
      total: 5980,
      lines: [
        { line: 1, skuId: sale.skuId, price: 2990, quantity: 2, payable: 5980, productName: '赣南脐橙' },
      ],
      goods: 5980,
      discount: 0,
      freight: 0,
      deliverTo: { name: '林小满', phone: '13800138000' },
      expiresAt: test.clock.now() + 15 * MINUTE,
      refunds: [],
    })
    expect(await stockOf(test, sale)).toEqual({ available: 8, reserved: 2, sold: 0 })
  })

  it('tells the room how many are left', async () => {
    const test = application()
    const { sale, buyer } = await given(1)
    await test.as(buyer).ask('orders/place-order', wishOf(sale, buyer))
    const log = await test.db.selectFrom('room_events').select(['seq', 'body']).execute()
    expect(log).toEqual([
      {
        seq: 1,
        body: { type: 'stock-changed', productId: sale.productId, skuId: sale.skuId, available: 0 },
      },
    ])
  })

  it('sells exactly what there is to a crowd', async () => {
    const test = application()
    const { sale } = await given(5)
    const crowd = await Promise.all(Array.from({ length: 12 }, () => givenBuyer(test)))
    const refusals = await Promise.all(
      crowd.map((buyer) => test.as(buyer).refusal('orders/place-order', wishOf(sale, buyer))),
    )
    expect(refusals.filter((code) => code === 'ok')).toHaveLength(5)
    expect(refusals.filter((code) => code === 'sold-out quantity')).toHaveLength(7)
    expect(await stockOf(test, sale)).toEqual({ available: 0, reserved: 5, sold: 0 })
  })

  it('says when there are fewer than wanted', async () => {
    const { sale, buyer } = await given(3)
    expect(
      await application()
        .as(buyer)
        .refusal('orders/place-order', wishOf(sale, buyer, 4)),
    ).toBe('stock-short quantity')
  })

  it.each([0, -1, 1.5, 100, 10 ** 9])('refuses a quantity of %d and changes nothing', async (quantity) => {
    const test = application()
    const { sale, buyer } = await given()
    expect(await test.as(buyer).refusal('orders/place-order', wishOf(sale, buyer, quantity))).toBe(
      'quantity-invalid quantity',
    )
    expect(await stockOf(test, sale)).toEqual({ available: 10, reserved: 0, sold: 0 })
  })

  it('refuses a price sent by the client', async () => {
    const { sale, buyer } = await given()
    const wish = { ...wishOf(sale, buyer), price: 1 }
    expect(await application().as(buyer).refusal('orders/place-order', wish)).toMatch(/^invalid-request/)
  })

  it('orders once however often the same wish arrives', async () => {
    const test = application()
    const { sale, buyer } = await given()
    const wish = wishOf(sale, buyer)
    const replies = await Promise.all(
      Array.from({ length: 4 }, () => test.as(buyer).call('orders/place-order', wish, 'double-tap')),
    )
    for (const reply of replies) expect(reply).toEqual(replies[0])
    expect(await stockOf(test, sale)).toEqual({ available: 9, reserved: 1, sold: 0 })
  })

  it('refuses the same key with another wish', async () => {
    const test = application()
    const { sale, buyer } = await given()
    await test.as(buyer).ask('orders/place-order', wishOf(sale, buyer), 'one-intent')
    expect(await test.as(buyer).refusal('orders/place-order', wishOf(sale, buyer, 2), 'one-intent')).toBe(
      'idempotency-conflict',
    )
  })

  it('delivers to nobody else’s address', async () => {
    const test = application()
    const { sale, buyer } = await given()
    const stranger = await givenBuyer(test)
    const wish = { ...wishOf(sale, buyer), addressId: stranger.addressId }
    expect(await test.as(buyer).refusal('orders/place-order', wish)).toBe('address-not-found addressId')
  })

  it('sells only what is on this room’s shelf', async () => {
    const test = application()
    const { sale, buyer } = await given()
    const otherRoom = await givenRoom(test, sale.merchantId)
    const elsewhere = await givenSale(test)
    for (const wish of [
      { ...wishOf(sale, buyer), roomId: otherRoom },
      { ...wishOf(sale, buyer), items: [{ skuId: elsewhere.skuId, quantity: 1 }] },
    ]) {
      expect(await test.as(buyer).refusal('orders/place-order', wish)).toBe('product-off-shelf skuId')
    }
  })

  it('sells nothing before the show', async () => {
    const test = application()
    const buyer = await givenBuyer(test)
    const merchantId = await givenMerchant(test)
    const roomId = await givenRoom(test, merchantId, 'upcoming')
    const productId = await givenProduct(test, merchantId)
    await givenOnShelf(test, roomId, productId)
    const skuId = test.ids.make('sku', merchantId)
    expect(
      await test.as(buyer).refusal('orders/place-order', {
        roomId,
        items: [{ skuId, quantity: 1 }],
        addressId: buyer.addressId,
      }),
    ).toBe('room-not-live')
  })

  it('knows no room that does not exist', async () => {
    const test = application()
    const { sale, buyer } = await given()
    const wish = { ...wishOf(sale, buyer), roomId: test.ids.make('room', sale.merchantId) }
    expect(await test.as(buyer).refusal('orders/place-order', wish)).toBe('room-not-found')
  })
})

describe('an order that came through a share', () => {
  async function orderThrough(claims: Readonly<Record<string, string>>, expiresIn = MINUTE) {
    const test = application()
    const { sale, buyer } = await given()
    const token = test.signer.sign(
      'sharer',
      { room: sale.roomId, sharer: sale.host.userId, channel: 'weapp', ...claims },
      test.clock.now() + expiresIn,
    )
    return { test, sale, buyer, token }
  }
  const sharersOf = async (shop: Awaited<ReturnType<typeof orderThrough>>) => {
    const { orders: found } = await shop.test
      .as(shop.sale.host)
      .ask<'orders', 'list-shop-orders'>('orders/list-shop-orders', { merchantId: shop.sale.merchantId })
    return found.map(({ sharedBy }) => sharedBy)
  }

  it('records who shared it and from where', async () => {
    const shop = await orderThrough({})
    const { test, sale, buyer, token } = shop
    await test.as(buyer).ask('orders/place-order', { ...wishOf(sale, buyer), sharerToken: token })
    expect(await sharersOf(shop)).toEqual([{ userId: sale.host.userId, nickname: '老王', channel: 'weapp' }])
  })

  it.each([
    ['of another room', { room: 'r_00000000000000000000' }, MINUTE],
    ['that names nobody', { sharer: 'nobody' }, MINUTE],
    ['from nowhere', { channel: 'moon' }, MINUTE],
    ['that has expired', {}, -1],
  ])('records nobody for a token %s', async (_what, claims, expiresIn) => {
    const shop = await orderThrough(claims, expiresIn)
    const { test, sale, buyer, token } = shop
    await test.as(buyer).ask('orders/place-order', { ...wishOf(sale, buyer), sharerToken: token })
    expect(await sharersOf(shop)).toEqual([null])
  })

  it('records nobody for a forged token', async () => {
    const shop = await orderThrough({})
    const { test, sale, buyer, token } = shop
    await test.as(buyer).ask('orders/place-order', { ...wishOf(sale, buyer), sharerToken: `${token}x` })
    expect(await sharersOf(shop)).toEqual([null])
  })

  it('records nobody who bought through a share of their own', async () => {
    const test = application()
    const { sale, buyer } = await given()
    const claims = { room: sale.roomId, sharer: buyer.userId, channel: 'weapp' }
    const sharerToken = test.signer.sign('sharer', claims, test.clock.now() + MINUTE)
    await test.as(buyer).ask('orders/place-order', { ...wishOf(sale, buyer), sharerToken })
    expect(await sharersOf({ test, sale, buyer, token: sharerToken })).toEqual([null])
  })
})
