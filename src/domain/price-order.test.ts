import fc from 'fast-check'
import type { CouponTerms } from './coupon'
import type { FlashSale } from './flash-sale'
import type { CouponId, FlashSaleId, ProductId, SkuId } from './ids'
import { toFen } from './money'
import { type Offer, priceOrder, type PriceRequest } from './price-order'

const NOW = 1_000
const offer = (price: number, more: Partial<Offer> = {}): Offer => ({
  skuId: 's_1' as SkuId,
  productId: 'p_1' as ProductId,
  price: toFen(price),
  livePrice: null,
  flash: null,
  ...more,
})
const sale: FlashSale = {
  id: 'f_1' as FlashSaleId,
  skuId: 's_1' as SkuId,
  price: toFen(990),
  startsAt: 0,
  endsAt: 2_000,
  quantity: 5,
  taken: 0,
  perPerson: 2,
}
const coupon: CouponTerms = {
  id: 'c_1' as CouponId,
  title: '减 5 元',
  value: { kind: 'fixed', off: toFen(500) },
  threshold: toFen(0),
  products: null,
  claimFrom: 0,
  claimUntil: 2_000,
  expiresAt: 3_000,
  total: 1,
  perPerson: 1,
}
const price = (request: Partial<PriceRequest>) =>
  priceOrder({ items: [], coupon: null, freight: null, region: '浙江省', now: NOW, ...request })

describe('an order’s price', () => {
  it('explains each line and adds up', () => {
    const items = [
      { offer: offer(1000), quantity: 2 },
      { offer: offer(1000, { skuId: 's_2' as SkuId, livePrice: toFen(999) }), quantity: 1 },
    ]
    const freight = { fee: toFen(800), freeFrom: toFen(2600), regions: [] }
    expect(price({ items, coupon: { terms: coupon, status: 'held' }, freight })).toEqual({
      ok: true,
      value: {
        lines: [
          expect.objectContaining({
            unit: 1000,
            priceKind: 'regular',
            subtotal: 2000,
            discount: 333,
            payable: 1667,
          }),
          expect.objectContaining({
            unit: 999,
            regularUnit: 1000,
            priceKind: 'live',
            subtotal: 999,
            discount: 167,
          }),
        ],
        goods: 2999,
        discount: 500,
        freight: 800,
        total: 3299,
      },
    })
  })

  it('is the flash price while the sale is open and units are left for this person', () => {
    const flash = offer(2000, { livePrice: toFen(1500), flash: { sale, had: 0 } })
    expect(price({ items: [{ offer: flash, quantity: 2 }] })).toMatchObject({
      value: { lines: [{ unit: 990, priceKind: 'flash', flashSaleId: 'f_1' }], total: 1980 },
    })
    expect(price({ items: [{ offer: flash, quantity: 2 }], now: 2_000 })).toMatchObject({
      value: { lines: [{ unit: 1500, priceKind: 'live', flashSaleId: null }] },
    })
  })

  it('is refused for more units than the flash price is left for, and says how many are', () => {
    const flash = offer(2000, { flash: { sale, had: 1 } })
    expect(price({ items: [{ offer: flash, quantity: 2 }] })).toEqual({
      ok: false,
      error: { code: 'flash-limit', skuId: 's_1', left: 1 },
    })
  })

  it('is the regular price for somebody who had their flash units', () => {
    const flash = offer(2000, { flash: { sale, had: 2 } })
    expect(price({ items: [{ offer: flash, quantity: 1 }] })).toMatchObject({ value: { total: 2000 } })
  })

  it('takes a coupon off the goods that it is for only', () => {
    const items = [
      { offer: offer(1000), quantity: 1 },
      { offer: offer(300, { skuId: 's_2' as SkuId, productId: 'p_2' as ProductId }), quantity: 1 },
    ]
    const forSecond = { ...coupon, products: ['p_2' as ProductId] }
    expect(price({ items, coupon: { terms: forSecond, status: 'held' } })).toMatchObject({
      value: { lines: [{ discount: 0 }, { discount: 300 }], discount: 300, total: 1000 },
    })
  })

  it('is refused with a coupon that does not apply', () => {
    const items = [{ offer: offer(1000), quantity: 1 }]
    expect(price({ items, coupon: { terms: coupon, status: 'spent' } })).toEqual({
      ok: false,
      error: { code: 'coupon-spent' },
    })
  })

  it('is refused where the shop does not send', () => {
    const freight = { fee: toFen(0), freeFrom: null, regions: [{ names: ['浙江'], fee: null }] }
    expect(price({ items: [{ offer: offer(1), quantity: 1 }], freight })).toEqual({
      ok: false,
      error: { code: 'region-not-served' },
    })
  })

  it('is one fen at least: wallets take no less', () => {
    const free = [{ offer: offer(300), quantity: 1 }]
    expect(price({ items: free, coupon: { terms: coupon, status: 'held' } })).toMatchObject({
      value: { goods: 300, discount: 299, total: 1 },
    })
    expect(price({ items: [{ offer: offer(0), quantity: 1 }] })).toMatchObject({ value: { total: 1 } })
    expect(
      price({ items: [{ offer: offer(0), quantity: 1 }], coupon: { terms: coupon, status: 'held' } }),
    ).toMatchObject({ value: { discount: 0, total: 1 } })
  })

  it('adds up to the fen, whatever is ordered', () => {
    const amount = fc.integer({ min: 1, max: 1_000_000 })
    const item = fc.record({ price: amount, quantity: fc.integer({ min: 1, max: 99 }) })
    const value = fc.oneof(
      amount.map((off) => ({ kind: 'fixed' as const, off: toFen(off) })),
      fc.tuple(fc.integer({ min: 1, max: 99 }), amount).map(([percentOff, cap]) => ({
        kind: 'percent' as const,
        percentOff,
        cap: toFen(cap),
      })),
    )
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 20 }), value, amount, (items, worth, fee) => {
        const priced = price({
          items: items.map((one) => ({ offer: offer(one.price), quantity: one.quantity })),
          coupon: { terms: { ...coupon, value: worth }, status: 'held' },
          freight: { fee: toFen(fee), freeFrom: null, regions: [] },
        })
        if (!priced.ok) throw new Error(priced.error.code)
        const { lines, goods, discount, freight, total } = priced.value
        const sum = (of: (line: (typeof lines)[number]) => number) =>
          lines.reduce((all, line) => all + of(line), 0)
        expect(sum((line) => line.subtotal)).toBe(goods)
        expect(sum((line) => line.discount)).toBe(discount)
        expect(sum((line) => line.payable) + freight).toBe(total)
        expect(Math.min(...lines.map((line) => line.payable))).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
