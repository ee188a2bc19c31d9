import { givenMerchant, givenOnShelf, givenProduct, givenRoom } from '../../test/builders/given'
import { givenSale, type Sale } from '../../test/builders/given-sale'
import { setUpApplication, type Actor } from '../../test/builders/test-application'
import { offers } from './index'

const test = setUpApplication([offers])
const set = (sale: Sale, price: number | null, host: Actor = sale.host) =>
  test().as(host).refusal('offers/set-live-price', { roomId: sale.roomId, skuId: sale.skuId, price })
const pricesOf = ({ merchantId }: Sale) =>
  test()
    .db.selectFrom('live_prices')
    .select(['room_id', 'sku_id', 'price_fen'])
    .where('merchant_id', '=', merchantId)
    .execute()

describe('a live price', () => {
  it('is what was said last, until it is taken back', async () => {
    const sale = await givenSale(test())
    for (const price of [2500, 1900]) expect(await set(sale, price)).toBe('ok')
    expect(await pricesOf(sale)).toEqual([{ room_id: sale.roomId, sku_id: sale.skuId, price_fen: 1900 }])
    for (let i = 0; i < 2; i += 1) expect(await set(sale, null)).toBe('ok')
    expect(await pricesOf(sale)).toEqual([])
  })

  it('is at most the regular price', async () => {
    const sale = await givenSale(test())
    expect(await set(sale, 2990)).toBe('ok')
    expect(await set(sale, 2991)).toBe('price-invalid price')
    expect(await set(sale, 0)).toBe('invalid-request price')
  })

  it('is one when twenty people set it at once', async () => {
    const sale = await givenSale(test())
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => set(sale, 1000 + index)))
    expect(new Set(answers)).toEqual(new Set(['ok']))
    expect(await pricesOf(sale)).toHaveLength(1)
  })

  it('is for what lies on the shelf of the very room', async () => {
    const sale = await givenSale(test())
    const elsewhere = await givenRoom(test(), sale.merchantId)
    expect(await set({ ...sale, roomId: elsewhere }, 1000)).toBe('product-off-shelf skuId')
    const nothing = test().ids.make('sku', sale.merchantId)
    expect(await set({ ...sale, skuId: nothing }, 1000)).toBe('product-off-shelf skuId')
    const nowhere = test().ids.make('room', sale.merchantId)
    expect(await set({ ...sale, roomId: nowhere }, 1000)).toBe('room-not-found')
  })

  it('is taken back also when the product has left the shelf', async () => {
    const sale = await givenSale(test())
    await set(sale, 1000)
    await test().db.deleteFrom('shelf_items').execute()
    expect(await set(sale, null)).toBe('ok')
    expect(await pricesOf(sale)).toEqual([])
  })

  it('is set by those who work for the shop that both ids belong to', async () => {
    const [mine, theirs] = [await givenSale(test()), await givenSale(test())]
    expect(await set(theirs, 1000, mine.host)).toBe('forbidden')
    expect(await set({ ...mine, skuId: theirs.skuId }, 1000)).toBe('forbidden')
  })
})

describe('freight', () => {
  const freight = {
    fee: 800,
    freeFrom: 9900,
    regions: [
      { names: ['新疆', '西藏'], fee: 2000 },
      { names: ['台湾'], fee: null },
    ],
  }
  async function aShop() {
    const host = await test().someone()
    return { host, merchantId: await givenMerchant(test(), host) }
  }
  const get = (host: Actor, merchantId: string) =>
    test().as(host).ask<'offers', 'get-freight'>('offers/get-freight', { merchantId })
  const put = (host: Actor, merchantId: string, template: object | null) =>
    test().as(host).ask<'offers', 'set-freight'>('offers/set-freight', { merchantId, freight: template })

  it('is what was said last, and nothing once it is taken back', async () => {
    const { host, merchantId } = await aShop()
    expect(await get(host, merchantId)).toEqual({ freight: null })
    await put(host, merchantId, { ...freight, fee: 1 })
    expect(await put(host, merchantId, freight)).toEqual({ freight })
    expect(await get(host, merchantId)).toEqual({ freight })
    for (let i = 0; i < 2; i += 1) expect(await put(host, merchantId, null)).toEqual({ freight: null })
    expect(await get(host, merchantId)).toEqual({ freight: null })
  })

  it.each([
    ['fee', { fee: -1 }, 'freight.fee'],
    ['threshold', { freeFrom: 1.5 }, 'freight.freeFrom'],
    ['region without a name', { regions: [{ names: [], fee: 1 }] }, 'freight.regions.0.names'],
  ])('is refused for its %s', async (_what, change, field) => {
    const { host, merchantId } = await aShop()
    const input = { merchantId, freight: { ...freight, ...change } }
    expect(await test().as(host).refusal('offers/set-freight', input)).toBe(`invalid-request ${field}`)
  })

  it.each(['get-freight', 'set-freight'])('%s is for those who work for the shop', async (operation) => {
    const { merchantId } = await aShop()
    const stranger = await test().someone()
    expect(await test().as(stranger).refusal(`offers/${operation}`, { merchantId, freight: null })).toBe(
      'forbidden',
    )
  })
})

it('keeps live prices of one SKU in two rooms apart', async () => {
  const sale = await givenSale(test())
  const other = await givenRoom(test(), sale.merchantId)
  await givenOnShelf(test(), other, sale.productId, await givenProduct(test(), sale.merchantId))
  await set(sale, 1000)
  await set({ ...sale, roomId: other }, 1100)
  expect((await pricesOf(sale)).map((row) => row.price_fen).sort()).toEqual([1000, 1100])
})
