import { aSku, merchantId, productIdOf, skuIdOf } from '../../test/builders/room'
import { composeId } from './ids'
import { toFen } from './money'
import {
  NO_OFFERS,
  priceNow,
  reduceOffers,
  type RoomDraw,
  type RoomFlashSale,
  type RoomOffers,
  type RoomOffersEvent,
  withoutProduct,
} from './room-offers'

const START = 1_800_000_000_000
const padded = (text: string): string => text.padEnd(12, '0')
const flashSale = (n: number, overrides: Partial<RoomFlashSale> = {}): RoomFlashSale => ({
  id: composeId('flashSale', padded(`flash${n}`), merchantId),
  skuId: skuIdOf(n),
  productId: productIdOf(n),
  price: toFen(990),
  startsAt: START,
  endsAt: START + 60_000,
  quantity: 10,
  perPerson: 1,
  ...overrides,
})
const coupon = (n: number) => ({
  id: composeId('coupon', padded(`coupon${n}`), merchantId),
  title: '满 50 减 10',
  value: { kind: 'fixed', off: toFen(1_000) } as const,
  threshold: toFen(5_000),
  products: null,
  expiresAt: START + 86_400_000,
  until: null,
})
const draw = (n: number): RoomDraw => ({
  id: composeId('draw', padded(`draw${n}`), merchantId),
  prize: '脐橙一箱',
  winners: 1,
  phrase: null,
  commitment: 'c'.repeat(64),
  closesAt: START + 60_000,
  result: null,
})
const result = { secret: 's', entrants: 3, entrantsHash: 'e'.repeat(64), winners: [] }
const after = (...events: readonly RoomOffersEvent[]): RoomOffers => events.reduce(reduceOffers, NO_OFFERS)

describe('what a room offers', () => {
  it('has a price of its own until it is taken back', () => {
    const set = { type: 'live-price-changed', skuId: skuIdOf(1), price: toFen(1_990) } as const
    expect(after(set).livePrices).toEqual({ [skuIdOf(1)]: 1_990 })
    expect(after(set, { ...set, price: null }).livePrices).toEqual({})
  })

  it('hides a price once, and reveals it', () => {
    const hide = { type: 'price-hidden', productId: productIdOf(1) } as const
    expect(after(hide, hide).hiddenPrices).toEqual([productIdOf(1)])
    expect(after(hide, { type: 'price-revealed', productId: productIdOf(1) }).hiddenPrices).toEqual([])
  })

  it('lists flash sales by their start, each once', () => {
    const later = flashSale(1, { startsAt: START + 1_000 })
    const plan = (sale: RoomFlashSale) => ({ type: 'flash-sale-planned', flashSale: sale }) as const
    const { flashSales } = after(plan(flashSale(1)), plan(flashSale(2)), plan(later))
    expect(flashSales.map(({ id }) => id)).toEqual([flashSale(2).id, flashSale(1).id])
    expect(
      after(plan(flashSale(1)), { type: 'flash-sale-ended', flashSaleId: flashSale(1).id }).flashSales,
    ).toEqual([])
  })

  it('hands coupons out and takes them back', () => {
    const hand = (n: number) => ({ type: 'coupon-handed-out', coupon: coupon(n) }) as const
    const { coupons } = after(hand(1), hand(2), hand(1))
    expect(coupons.map(({ id }) => id)).toEqual([coupon(2).id, coupon(1).id])
    expect(after(hand(1), { type: 'coupon-taken-back', couponId: coupon(1).id }).coupons).toEqual([])
  })

  it('runs one draw at a time, and tells who won', () => {
    const open = { type: 'draw-opened', draw: draw(1) } as const
    const drawn = { type: 'draw-drawn', drawId: draw(1).id, result } as const
    expect(after(open, drawn).draw?.result).toEqual(result)
    expect(after(open, { type: 'draw-cancelled', drawId: draw(1).id }).draw).toBeNull()
    expect(after(open, { type: 'draw-cancelled', drawId: draw(2).id }).draw).toEqual(draw(1))
    expect(after(open, drawn, { type: 'draw-opened', draw: draw(2) }).draw).toEqual(draw(2))
    expect(after(drawn).draw).toBeNull()
  })

  it('of a product goes when the product leaves the shelf', () => {
    const all = after(
      { type: 'live-price-changed', skuId: skuIdOf(1), price: toFen(1) },
      { type: 'live-price-changed', skuId: skuIdOf(2), price: toFen(2) },
      { type: 'price-hidden', productId: productIdOf(1) },
      { type: 'flash-sale-planned', flashSale: flashSale(1) },
      { type: 'flash-sale-planned', flashSale: flashSale(2) },
    )
    expect(withoutProduct(all, { id: productIdOf(1), skus: [aSku(1)] })).toEqual({
      ...NO_OFFERS,
      livePrices: { [skuIdOf(2)]: 2 },
      flashSales: [flashSale(2)],
    })
  })
})

describe('the price now', () => {
  const sku = aSku(1, { price: toFen(2_990) })
  const live = { type: 'live-price-changed', skuId: skuIdOf(1), price: toFen(1_990) } as const
  const planned = { type: 'flash-sale-planned', flashSale: flashSale(1) } as const
  const at = (now: number, left = {}) => ({ now, left })

  it('is the regular one when the room has no other', () => {
    expect(priceNow(sku, NO_OFFERS, at(START))).toEqual({ kind: 'regular', price: 2_990, regular: 2_990 })
  })

  it('is the room’s own', () => {
    expect(priceNow(sku, after(live), at(START))).toEqual({ kind: 'live', price: 1_990, regular: 2_990 })
  })

  it.each([
    ['before the flash sale', START - 1, {}, 'live'],
    ['from its first moment', START, {}, 'flash'],
    ['to just before its last', START + 59_999, {}, 'flash'],
    ['after it', START + 60_000, {}, 'live'],
    ['when nothing is left of it', START, { [flashSale(1).id]: 0 }, 'live'],
    ['while something is left of it', START, { [flashSale(1).id]: 1 }, 'flash'],
  ] as const)('%s', (_case, now, left, kind) => {
    expect(priceNow(sku, after(live, planned), at(now, left)).kind).toBe(kind)
  })

  it('does not come from another SKU’s flash sale', () => {
    expect(priceNow(aSku(2), after(planned), at(START)).kind).toBe('regular')
  })
})
