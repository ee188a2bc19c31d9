import { HOUR, MINUTE } from '@/domain/time'
import { givenOnShelf, givenRoom } from '../../test/builders/given'
import { givenFlashSale } from '../../test/builders/given-offers'
import { givenSale, type Sale } from '../../test/builders/given-sale'
import { heardSince, stateOf, toldIn, typesToldIn } from '../../test/builders/room-events'
import { setUpApplication } from '../../test/builders/test-application'
import { rooms } from '../rooms'
import { shelf } from '../shelf'
import { offers } from './index'

const test = setUpApplication([offers, rooms, shelf])
const asHost = (sale: Sale) => test().as(sale.host)
const setPrice = (sale: Sale, price: number | null) =>
  asHost(sale).refusal('offers/set-live-price', { roomId: sale.roomId, skuId: sale.skuId, price })
const plan = (sale: Sale, startsIn: number) => {
  const startsAt = test().clock.now() + startsIn
  const terms = { price: 990, startsAt, endsAt: startsAt + MINUTE, quantity: 2, perPerson: 1 }
  return asHost(sale).ask<'offers', 'plan-flash-sale'>('offers/plan-flash-sale', {
    skuId: sale.skuId,
    ...terms,
  })
}

describe('a live price', () => {
  it('is told in the room when it changes, and only then', async () => {
    const sale = await givenSale(test())
    const before = await stateOf(test(), sale.roomId)
    for (const price of [2500, 2500, 1900, null, null]) expect(await setPrice(sale, price)).toBe('ok')
    expect(toldIn(test(), sale.roomId)).toMatchObject([
      { type: 'live-price-changed', skuId: sale.skuId, price: 2500 },
      { price: 1900 },
      { price: null },
    ])
    await setPrice(sale, 1800)
    expect(heardSince(test(), before)).toEqual(await stateOf(test(), sale.roomId))
    expect((await stateOf(test(), sale.roomId)).offers.livePrices).toEqual({ [sale.skuId]: 1800 })
  })

  it('is not set when the show is over', async () => {
    const sale = await givenSale(test())
    await setPrice(sale, 1900)
    await asHost(sale).ask('rooms/end', { roomId: sale.roomId })
    expect(await setPrice(sale, 1800)).toBe('room-ended')
    expect(await setPrice(sale, null)).toBe('ok')
  })

  it('leaves the shelf with its product', async () => {
    const sale = await givenSale(test())
    const before = await stateOf(test(), sale.roomId)
    const item = { roomId: sale.roomId, productId: sale.productId }
    await setPrice(sale, 1900)
    await asHost(sale).ask('shelf/take-off-shelf', item)
    await asHost(sale).ask('shelf/put-on-shelf', item)
    expect((await stateOf(test(), sale.roomId)).offers.livePrices).toEqual({})
    expect(heardSince(test(), before)).toEqual(await stateOf(test(), sale.roomId))
  })
})

describe('a flash sale', () => {
  it('is told in every room that shows the product and is not over', async () => {
    const sale = await givenSale(test())
    const [second, ended, empty] = [
      await givenRoom(test(), sale.merchantId, 'upcoming'),
      await givenRoom(test(), sale.merchantId, 'ended'),
      await givenRoom(test(), sale.merchantId),
    ]
    for (const roomId of [second, ended]) await givenOnShelf(test(), roomId, sale.productId)
    const { flashSale } = await plan(sale, HOUR)
    for (let i = 0; i < 2; i += 1)
      await asHost(sale).ask('offers/end-flash-sale', { flashSaleId: flashSale.id })
    for (const roomId of [sale.roomId, second])
      expect(toldIn(test(), roomId)).toMatchObject([
        { type: 'flash-sale-planned', flashSale: { id: flashSale.id, productId: sale.productId } },
        { type: 'flash-sale-ended', flashSaleId: flashSale.id },
      ])
    for (const roomId of [ended, empty]) expect(toldIn(test(), roomId)).toEqual([])
  })

  it('comes with a product that is put on the shelf, until it is over', async () => {
    const sale = await givenSale(test())
    const now = test().clock.now()
    const over = await givenFlashSale(test(), sale, { starts_at: now - HOUR, ends_at: now })
    const open = await givenFlashSale(test(), sale, { starts_at: now - 1, ends_at: now + 1 })
    const next = await givenFlashSale(test(), sale, { starts_at: now + HOUR, ends_at: now + 2 * HOUR })
    const roomId = await givenRoom(test(), sale.merchantId)
    const before = await stateOf(test(), roomId)
    await asHost(sale).ask('shelf/put-on-shelf', { roomId, productId: sale.productId })
    const { offers: known } = await stateOf(test(), roomId)
    expect(known.flashSales.map(({ id }) => id)).toEqual([open, next])
    expect(known.flashSales.map(({ id }) => id)).not.toContain(over)
    expect(heardSince(test(), before)).toEqual(await stateOf(test(), roomId))
  })

  it('is in the room whether it was planned before the product came or meanwhile', async () => {
    const sale = await givenSale(test())
    const roomId = await givenRoom(test(), sale.merchantId)
    const before = await stateOf(test(), roomId)
    await Promise.all([
      asHost(sale).ask('shelf/put-on-shelf', { roomId, productId: sale.productId }),
      plan(sale, 0),
    ])
    expect((await stateOf(test(), roomId)).offers.flashSales).toHaveLength(1)
    expect(heardSince(test(), before)).toEqual(await stateOf(test(), roomId))
    expect(typesToldIn(test(), roomId)).toEqual(['product-shelved', 'flash-sale-planned'])
  })
})
