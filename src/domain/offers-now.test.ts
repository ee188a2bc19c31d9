import { aShelfProduct, aSku, merchantId, productIdOf, skuIdOf } from '../../test/builders/room'
import { composeId } from './ids'
import { toFen } from './money'
import { couponEndsIn, flashFace, isCounting, type OffersNow, priceMark, shownPrice } from './offers-now'
import { NO_OFFERS, type RoomCoupon, type RoomDraw, type RoomFlashSale, type RoomOffers } from './room-offers'
import { HOUR, MINUTE } from './time'

const NOW = 1_800_000_000_000
const at = (offers: Partial<RoomOffers> = {}, rest: Partial<OffersNow> = {}): OffersNow => ({
  offers: { ...NO_OFFERS, ...offers },
  left: {},
  now: NOW,
  ...rest,
})
const saleIdOf = (n: number) => composeId('flashSale', `sale${n}`.padEnd(12, '0'), merchantId)
const aSale = (n: number, overrides: Partial<RoomFlashSale> = {}): RoomFlashSale => ({
  id: saleIdOf(n),
  skuId: skuIdOf(1),
  productId: productIdOf(1),
  price: toFen(990),
  startsAt: NOW - MINUTE,
  endsAt: NOW + MINUTE,
  quantity: 5,
  perPerson: 1,
  ...overrides,
})
const aCoupon = (until: number | null): RoomCoupon => ({
  id: composeId('coupon', 'c'.repeat(12), merchantId),
  title: '减 5 元',
  value: { kind: 'fixed', off: toFen(500) },
  threshold: toFen(0),
  products: null,
  expiresAt: NOW + HOUR,
  until,
})
const aDraw = (closesAt: number): RoomDraw => ({
  id: composeId('draw', 'd'.repeat(12), merchantId),
  prize: '脐橙一箱',
  winners: 1,
  phrase: null,
  commitment: 'c',
  closesAt,
  result: null,
})

describe('the price of a product', () => {
  const two = aShelfProduct(1, { skus: [aSku(1), aSku(2, { price: toFen(1990) })] })

  it('is the lowest of its kinds, with every favour', () => {
    expect(shownPrice(two, at())).toEqual({ kind: 'regular', price: 1990, regular: 1990, from: true })
    const live = at({ livePrices: { [skuIdOf(1)]: toFen(1500) } })
    expect(shownPrice(two, live)).toEqual({ kind: 'live', price: 1500, regular: 2990, from: true })
    expect(shownPrice(aShelfProduct(1), at({ flashSales: [aSale(1)] }))).toEqual({
      kind: 'flash',
      price: 990,
      regular: 2990,
      from: false,
    })
  })

  it('is that of a kind that can be had, as long as there is one', () => {
    const gone = aSku(2, { price: toFen(1990), available: 0 })
    expect(shownPrice({ ...two, skus: [aSku(1), gone] }, at())).toMatchObject({ price: 2990 })
    expect(shownPrice({ ...two, skus: [gone] }, at())).toMatchObject({ price: 1990 })
    expect(shownPrice({ ...two, skus: [] }, at())).toBeNull()
  })

  it('is not told while it is hidden', () => {
    expect(shownPrice(two, at({ hiddenPrices: [two.id] }))).toEqual({ kind: 'hidden' })
  })

  it('has another mark when another is asked of the chosen kind', () => {
    const mark = (offers: Partial<RoomOffers>) => priceMark(two.skus, skuIdOf(1), at(offers))
    expect(mark({ flashSales: [aSale(1)] })).toBe('flash 990')
    expect(mark({ livePrices: { [skuIdOf(2)]: toFen(1) } })).toBe('regular 2990')
    expect(priceMark(two.skus, null, at())).toBe('')
  })
})

describe('a flash sale', () => {
  const face = (sales: readonly RoomFlashSale[], rest: Partial<OffersNow> = {}) =>
    flashFace(productIdOf(1), at({ flashSales: sales }, rest))

  it('is soon, then on, then over for a minute, and then said no more', () => {
    const sale = aSale(1)
    expect(face([sale], { now: sale.startsAt - 1 })).toEqual({ kind: 'soon', sale, inMs: 1 })
    expect(face([sale], { now: sale.startsAt })).toMatchObject({ kind: 'on', inMs: 2 * MINUTE, left: 5 })
    expect(face([sale], { now: sale.endsAt })).toEqual({ kind: 'over', sale })
    expect(face([sale], { now: sale.endsAt + MINUTE })).toBeNull()
  })

  it('is gone when nothing is left of it', () => {
    expect(face([aSale(1)], { left: { [saleIdOf(1)]: 0 } })).toMatchObject({ kind: 'gone' })
    expect(face([aSale(1)], { left: { [saleIdOf(1)]: 2 } })).toMatchObject({ kind: 'on', left: 2 })
  })

  it('that is next matters more than one that is gone', () => {
    const next = aSale(2, { startsAt: NOW + MINUTE, endsAt: NOW + HOUR })
    const left = { [saleIdOf(1)]: 0 }
    expect(face([aSale(1), next], { left })).toMatchObject({ kind: 'soon', sale: next })
    expect(face([aSale(1), next])).toMatchObject({ kind: 'on' })
  })

  it('is of its product', () => {
    expect(flashFace(productIdOf(2), at({ flashSales: [aSale(1)] }))).toBeNull()
  })
})

it('a coupon ends when it was said to, or nobody knows when', () => {
  expect(couponEndsIn(aCoupon(NOW + 1), at())).toBe(1)
  expect(couponEndsIn(aCoupon(NOW - 1), at())).toBe(0)
  expect(couponEndsIn(aCoupon(null), at())).toBeNull()
})

describe('the clock', () => {
  it('rests when nothing counts', () => {
    expect(isCounting(at())).toBe(false)
    expect(isCounting(at({ coupons: [aCoupon(null), aCoupon(NOW - 1)] }))).toBe(false)
    expect(isCounting(at({ draw: aDraw(NOW - 1) }))).toBe(false)
    const later = aSale(1, { startsAt: NOW + HOUR + 1, endsAt: NOW + 2 * HOUR })
    expect(isCounting(at({ flashSales: [later] }))).toBe(false)
    expect(isCounting(at({ flashSales: [aSale(1, { endsAt: NOW - MINUTE - 1 })] }))).toBe(false)
  })

  it.each([
    ['a sale that begins within the hour', { flashSales: [aSale(1, { startsAt: NOW + HOUR })] }],
    ['a sale that has just ended', { flashSales: [aSale(1, { endsAt: NOW - MINUTE })] }],
    ['a coupon with a time', { coupons: [aCoupon(NOW)] }],
    ['a draw', { draw: aDraw(NOW) }],
  ])('ticks for %s', (_what, offers) => {
    expect(isCounting(at(offers))).toBe(true)
  })
})
