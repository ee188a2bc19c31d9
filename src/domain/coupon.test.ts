import { couponMismatch, couponOff, type CouponTerms, decideClaim } from './coupon'
import type { CouponId, ProductId } from './ids'
import { toFen } from './money'

const pears = 'p_1' as ProductId
const terms: CouponTerms = {
  id: 'c_1' as CouponId,
  title: '满 50 减 5',
  value: { kind: 'fixed', off: toFen(500) },
  threshold: toFen(5000),
  products: null,
  claimFrom: 100,
  claimUntil: 200,
  expiresAt: 300,
  total: 10,
  perPerson: 2,
}

describe('claiming a coupon', () => {
  it.each([
    ['before it opens', { now: 99 }, 'coupon-not-open'],
    ['from its first moment', { now: 100 }, null],
    ['until just before its last', { now: 199 }, null],
    ['when it is over', { now: 200 }, 'coupon-over'],
    ['when all were handed out', { now: 100, claimed: 10 }, 'coupon-gone'],
    ['by somebody who had theirs, even when all are gone', { now: 100, claimed: 10, had: 2 }, 'coupon-limit'],
  ])('%s', (_when, facts, refusal) => {
    expect(decideClaim(terms, { claimed: 0, had: 0, ...facts })).toBe(refusal)
  })

  it('is over, not yet to come, when the shop ended it before it opened', () => {
    expect(decideClaim({ ...terms, claimUntil: 50 }, { claimed: 0, had: 0, now: 60 })).toBe('coupon-over')
  })

  it('ends with the coupon itself', () => {
    expect(decideClaim({ ...terms, expiresAt: 150 }, { claimed: 0, had: 0, now: 150 })).toBe('coupon-over')
  })
})

describe('spending a coupon', () => {
  const line = (subtotal: number, productId = pears) => ({ productId, subtotal: toFen(subtotal) })
  const mismatch = (coupon: CouponTerms, subtotal: number, facts = {}) =>
    couponMismatch(coupon, [line(subtotal)], { status: 'held', now: 250, ...facts })

  it('needs goods of its threshold, and says what is missing', () => {
    expect(mismatch(terms, 5000)).toBeNull()
    expect(mismatch(terms, 4200)).toEqual({ code: 'coupon-below-threshold', missing: 800 })
  })

  it('needs goods that it is for', () => {
    const forApples = { ...terms, products: ['p_2' as ProductId] }
    expect(mismatch(forApples, 9000)).toEqual({ code: 'coupon-other-products' })
    expect(mismatch({ ...terms, products: [pears] }, 9000)).toBeNull()
  })

  it('is over when it was spent or has expired', () => {
    expect(mismatch(terms, 9000, { status: 'spent' })).toEqual({ code: 'coupon-spent' })
    expect(mismatch(terms, 9000, { now: 300 })).toEqual({ code: 'coupon-expired' })
  })

  it('takes off a fixed amount, never more than the goods cost', () => {
    expect(couponOff({ kind: 'fixed', off: toFen(500) }, toFen(5000))).toBe(500)
    expect(couponOff({ kind: 'fixed', off: toFen(500) }, toFen(300))).toBe(300)
  })

  it('takes off a percentage up to its cap; a part of a fen stays with the shop', () => {
    const value = { kind: 'percent', percentOff: 10, cap: toFen(200) } as const
    expect(couponOff(value, toFen(999))).toBe(99)
    expect(couponOff(value, toFen(100_000))).toBe(200)
  })
})
