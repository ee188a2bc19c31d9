import type { Order } from '@/contracts/orders'
import { toFen } from '@/domain/money'
import { HOUR } from '@/domain/time'
import { givenClaim, givenFlash } from '../../test/builders/given-orders'
import { givenBuyer, givenSale, openWallet, wishOf } from '../../test/builders/given-sale'
import { setUpApplication } from '../../test/builders/test-application'
import { payments } from '../payments'
import { orders } from './index'

const application = setUpApplication([orders, payments])

async function given() {
  const test = application()
  const sale = await givenSale(test)
  const buyer = await givenBuyer(test)
  const quote = (more: object = {}) =>
    test.as(buyer).ask<'orders', 'quote'>('orders/quote', {
      roomId: sale.roomId,
      items: [{ skuId: sale.skuId, quantity: 2 }],
      addressId: buyer.addressId,
      ...more,
    })
  const place = (more: object = {}) =>
    test.as(buyer).ask<'orders', 'place-order'>('orders/place-order', { ...wishOf(sale, buyer, 2), ...more })
  const refusal = (more: object = {}) =>
    test.as(buyer).refusal('orders/place-order', { ...wishOf(sale, buyer, 2), ...more })
  const count = async (table: 'coupons' | 'flash_sales', column: 'spent' | 'taken') => {
    const row = await test.db.selectFrom(table).selectAll().executeTakeFirstOrThrow()
    return (row as unknown as Record<string, number>)[column]
  }
  return { test, sale, buyer, quote, place, refusal, count }
}

const setFreight = async ({ test, sale }: Awaited<ReturnType<typeof given>>) =>
  test.db
    .insertInto('freight_templates')
    .values({
      merchant_id: sale.merchantId,
      template: JSON.stringify({
        fee: 800,
        freeFrom: 9900,
        regions: [{ names: ['西藏'], fee: null }],
      }),
    })
    .execute()

describe('a quote', () => {
  it('takes the coupon that takes most off, and says why the others do not apply', async () => {
    const shop = await given()
    const { test, quote } = shop
    const best = await givenClaim(test, shop, { off: 500 })
    await givenClaim(test, shop, { off: 100 })
    await givenClaim(test, shop, { off: 900, threshold: 9900 })
    await givenClaim(test, shop, { expiresIn: HOUR })
    test.clock.advance(HOUR)
    const answer = await quote()
    expect(answer.claimId).toBe(best.claimId)
    expect(answer.quote).toMatchObject({ goods: 5980, discount: 500, freight: 0, total: 5480 })
    const seen = answer.coupons.map(({ off, mismatch }) => [
      off,
      mismatch?.code ?? null,
      mismatch?.missing ?? 0,
    ])
    expect(seen).toContainEqual([500, null, 0])
    expect(seen).toContainEqual([100, null, 0])
    expect(seen).toContainEqual([0, 'coupon-below-threshold', 3920])
    expect(seen).toContainEqual([0, 'coupon-expired', 0])
  })

  it('takes none when told so, and the very one that is named', async () => {
    const shop = await given()
    const { claimId } = await givenClaim(shop.test, shop, { off: 100 })
    await givenClaim(shop.test, shop, { off: 500 })
    expect((await shop.quote({ claimId: null })).quote.total).toBe(5980)
    expect((await shop.quote({ claimId })).quote.total).toBe(5880)
  })

  it('shows regular, live and flash prices and when the flash price ends', async () => {
    const shop = await given()
    const { test, sale, quote } = shop
    expect((await quote()).quote.lines).toMatchObject([{ price: 2990, priceKind: 'regular' }])
    await test.db
      .insertInto('live_prices')
      .values({
        merchant_id: sale.merchantId,
        room_id: sale.roomId,
        sku_id: sale.skuId,
        price_fen: toFen(1990),
      })
      .execute()
    expect((await quote()).quote.lines).toMatchObject([
      { price: 1990, regularPrice: 2990, priceKind: 'live' },
    ])
    await givenFlash(test, sale)
    const answer = await quote()
    expect(answer.quote.lines).toMatchObject([{ price: 990, priceKind: 'flash' }])
    expect(answer.quote.flashEndsAt).toBe(test.clock.now() + HOUR)
  })

  it('knows the freight of the address, and none before there is one', async () => {
    const shop = await given()
    await setFreight(shop)
    expect((await shop.quote()).quote).toMatchObject({ freight: 800, total: 6780 })
    await shop.test.db.updateTable('addresses').set({ region: '西藏 拉萨市' }).execute()
    const wish = { ...wishOf(shop.sale, shop.buyer) }
    expect(await shop.test.as(shop.buyer).refusal('orders/quote', wish)).toBe('region-not-served')
    expect((await shop.quote({ addressId: undefined })).quote.freight).toBe(800)
  })

  it('of somebody else’s address, of no quantity or of a coupon nobody holds is refused', async () => {
    const { test, sale, buyer } = await given()
    const stranger = await givenBuyer(test)
    const ask = (more: object) => test.as(buyer).refusal('orders/quote', { ...wishOf(sale, buyer), ...more })
    expect(await ask({ addressId: stranger.addressId })).toBe('address-not-found addressId')
    expect(await ask({ items: [{ skuId: sale.skuId, quantity: 0 }] })).toBe('quantity-invalid quantity')
    expect(await ask({ claimId: test.ids.make('claim', sale.merchantId) })).toBe('coupon-not-found claimId')
    expect(await ask({ claimId: test.ids.make('claim', test.ids.make('merchant')) })).toBe(
      'coupon-not-found claimId',
    )
    expect(await ask({ roomId: test.ids.make('room', sale.merchantId) })).toBe('room-not-found')
  })

  it('tells no price that the host has not told yet', async () => {
    const { test, sale, buyer } = await given()
    await test.db.updateTable('shelf_items').set({ is_price_hidden: true }).execute()
    expect(await test.as(buyer).refusal('orders/quote', wishOf(sale, buyer))).toBe('price-hidden skuId')
  })
})

describe('an order', () => {
  it('is refused while the host has not told the price, however its buyer came to know the SKU', async () => {
    const shop = await given()
    await shop.test.db.updateTable('shelf_items').set({ is_price_hidden: true }).execute()
    expect(await shop.refusal()).toBe('price-hidden skuId')
    expect(await shop.test.db.selectFrom('orders').select('order_id').execute()).toEqual([])
  })

  it('costs what its quote said', async () => {
    const shop = await given()
    await setFreight(shop)
    await givenClaim(shop.test, shop)
    const { quote, claimId } = await shop.quote()
    const { order } = await shop.place({ claimId, seal: quote.seal })
    expect(order).toMatchObject({
      goods: 5980,
      discount: 500,
      freight: 800,
      total: 6280,
      couponTitle: '减 500 分',
      lines: [{ price: 2990, discount: 500, payable: 5480 }],
    })
    expect(order.lines.reduce<number>((sum, { payable }) => sum + payable, order.freight)).toBe(order.total)
  })

  it('is refused when its price has changed since', async () => {
    const shop = await given()
    const { quote } = await shop.quote()
    await setFreight(shop)
    expect(await shop.refusal({ seal: quote.seal })).toBe('price-changed')
    expect(await shop.test.db.selectFrom('orders').selectAll().execute()).toEqual([])
  })

  it('sums the units of one SKU that it names twice', async () => {
    const { sale, place, refusal } = await given()
    const items = [
      { skuId: sale.skuId, quantity: 3 },
      { skuId: sale.skuId, quantity: 4 },
    ]
    expect((await place({ items })).order.lines).toMatchObject([{ quantity: 7 }])
    expect(await refusal({ items })).toBe('stock-short quantity')
    const tooMany = items.map((item) => ({ ...item, quantity: 60 }))
    expect(await refusal({ items: tooMany })).toBe('quantity-invalid quantity')
  })

  it('spends its coupon once, whoever is quicker', async () => {
    const shop = await given()
    const { claimId } = await givenClaim(shop.test, shop)
    const refusals = await Promise.all(Array.from({ length: 4 }, () => shop.refusal({ claimId })))
    expect(refusals.sort()).toEqual(['coupon-spent', 'coupon-spent', 'coupon-spent', 'ok'])
    expect(await shop.count('coupons', 'spent')).toBe(1)
  })

  it('that is closed gives back its coupon and its flash units', async () => {
    const shop = await given()
    await givenFlash(shop.test, shop.sale)
    const { claimId } = await givenClaim(shop.test, shop)
    const { order } = await shop.place({ claimId })
    expect([await shop.count('coupons', 'spent'), await shop.count('flash_sales', 'taken')]).toEqual([1, 2])
    await shop.test.as(shop.buyer).ask('orders/cancel-order', { orderId: order.id })
    expect([await shop.count('coupons', 'spent'), await shop.count('flash_sales', 'taken')]).toEqual([0, 0])
    expect((await shop.place({ claimId })).order.total).toBe(1480)
  })

  it('has no more flash units than a person may have', async () => {
    const shop = await given()
    await givenFlash(shop.test, shop.sale)
    const items = [{ skuId: shop.sale.skuId, quantity: 1 }]
    await shop.place({ items })
    expect(await shop.refusal()).toBe('flash-limit')
    const two = await shop.test.as(shop.buyer).call('orders/quote', wishOf(shop.sale, shop.buyer, 2))
    expect(two).toMatchObject({ ok: false, error: { code: 'flash-limit', left: 1 } })
    await shop.place({ items })
    expect((await shop.place({ items })).order.lines).toMatchObject([{ priceKind: 'regular' }])
  })

  it('of the last flash units is one person’s', async () => {
    const shop = await given()
    await givenFlash(shop.test, shop.sale, { quantity: 3, perPerson: 3 })
    const crowd = await Promise.all(Array.from({ length: 6 }, () => givenBuyer(shop.test)))
    await Promise.all(
      crowd.map((buyer) => shop.test.as(buyer).call('orders/place-order', wishOf(shop.sale, buyer))),
    )
    const lines = await shop.test.db.selectFrom('order_lines').select('price_kind').execute()
    expect(lines.filter(({ price_kind: kind }) => kind === 'flash')).toHaveLength(3)
    expect(lines).toHaveLength(6)
  })

  it('that was closed lives again with all it held when its payment comes late', async () => {
    const shop = await given()
    const { test, buyer } = shop
    await givenFlash(test, shop.sale)
    const { claimId } = await givenClaim(test, shop)
    const { order } = await shop.place({ claimId })
    const late = await lateNotice(shop, order)
    await test.post('/notify/wechat-pay', late)
    const seen = await test.as(buyer).ask<'orders', 'get-order'>('orders/get-order', { orderId: order.id })
    expect(seen.order).toMatchObject({ status: 'paid', closedBecause: null, refunds: [] })
    expect([await shop.count('coupons', 'spent'), await shop.count('flash_sales', 'taken')]).toEqual([1, 2])
  })

  it.each([
    ['its coupon was spent elsewhere', { withCoupon: true, withFlash: false }],
    ['its flash units went to its buyer’s next order', { withCoupon: false, withFlash: true }],
  ])('that was closed has its late payment sent back when %s', async (_why, { withCoupon, withFlash }) => {
    const shop = await given()
    const { test, buyer } = shop
    if (withFlash) await givenFlash(test, shop.sale)
    const claimId = withCoupon ? (await givenClaim(test, shop)).claimId : null
    const { order } = await shop.place({ claimId })
    const late = await lateNotice(shop, order)
    await shop.place({ claimId })
    await test.post('/notify/wechat-pay', late)
    await test.tick()
    const seen = await test.as(buyer).ask<'orders', 'get-order'>('orders/get-order', { orderId: order.id })
    expect(seen.order).toMatchObject({
      status: 'closed',
      refunds: [{ cause: 'late-payment', status: 'refunded', amount: order.total }],
    })
  })
})

/** Pays at the wallet, and closes the order before the wallet's notice comes. */
async function lateNotice({ test, buyer }: Awaited<ReturnType<typeof given>>, order: Order) {
  const paymentId = await openWallet(test, buyer, order)
  await test.as(buyer).ask('orders/cancel-order', { orderId: order.id })
  return test.wallets['wechat-pay'].pay(paymentId)
}

describe('a replay', () => {
  it('sells at the price of every day: the show’s own prices ended with it', async () => {
    const shop = await given()
    const { test, sale } = shop
    const { db } = test
    await givenFlash(test, sale, { price: 990, quantity: 5 })
    const live = { merchant_id: sale.merchantId, room_id: sale.roomId, sku_id: sale.skuId }
    await db
      .insertInto('live_prices')
      .values({ ...live, price_fen: toFen(1990) })
      .execute()
    await db.updateTable('shelf_items').set({ is_price_hidden: true }).execute()
    await db.updateTable('rooms').set({ status: 'ended', ended_at: test.clock.now() }).execute()
    expect((await shop.quote()).quote).toMatchObject({ goods: 5980, total: 5980 })
    expect((await shop.place()).order.lines).toMatchObject([
      { priceKind: 'regular', price: 2990, quantity: 2 },
    ])
    expect(await shop.count('flash_sales', 'taken')).toBe(0)
  })

  it('still takes coupons, and sells out', async () => {
    const shop = await given()
    const { claimId } = await givenClaim(shop.test, shop, { off: 500 })
    await shop.test.db.updateTable('rooms').set({ status: 'ended' }).execute()
    expect((await shop.place({ claimId })).order.total).toBe(5480)
    await shop.test.db.updateTable('skus').set({ available: 0 }).execute()
    expect(await shop.refusal()).toBe('sold-out quantity')
  })
})
