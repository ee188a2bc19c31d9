import { DAY } from '@/domain/time'
import { productIdOf } from '../../../test/builders/room'
import { checkCoupon, type CouponDraft, newCoupon } from './coupon-draft'
import { momentText } from './moment'

const NOW = new Date(2026, 4, 1, 20).getTime()
const draft = (overrides: Partial<CouponDraft> = {}): CouponDraft => ({
  ...newCoupon(NOW),
  title: '新客减 5 元',
  off: '5',
  threshold: '50',
  ...overrides,
})
const problemsOf = (overrides: Partial<CouponDraft>) => {
  const checked = checkCoupon(draft(overrides), NOW)
  return checked.ok ? {} : Object.fromEntries(Object.entries(checked.error).filter(([, found]) => found))
}

it('becomes the terms in fen and server times', () => {
  expect(checkCoupon(draft(), NOW)).toEqual({
    ok: true,
    value: {
      title: '新客减 5 元',
      value: { kind: 'fixed', off: 500 },
      threshold: 5000,
      products: null,
      claimFrom: NOW,
      claimUntil: NOW + 7 * DAY,
      expiresAt: NOW + 7 * DAY,
      total: 100,
      perPerson: 1,
    },
  })
})

it('takes a part off up to a sum, for some products, with no threshold', () => {
  const part = draft({ kind: 'percent', percent: '20', cap: '10', threshold: '', products: [productIdOf(1)] })
  expect(checkCoupon(part, NOW)).toMatchObject({
    ok: true,
    value: {
      value: { kind: 'percent', percentOff: 20, cap: 1000 },
      threshold: 0,
      products: [productIdOf(1)],
    },
  })
})

it.each<[string, Partial<CouponDraft>, object]>([
  ['no name', { title: ' ' }, { title: 'missing' }],
  ['a sum that is none', { off: 'five' }, { off: 'wrong' }],
  ['nothing off', { off: '0' }, { off: 'too-low' }],
  ['more off than it needs', { off: '51' }, { off: 'above-threshold' }],
  ['a hundred percent', { kind: 'percent', percent: '100', cap: '10' }, { percent: 'range' }],
  ['no cap', { kind: 'percent', percent: '20', cap: '' }, { cap: 'wrong' }],
  ['no product', { products: [] }, { products: 'missing' }],
  ['a claim that is over', { claimUntil: momentText(NOW - DAY) }, { claimUntil: 'order' }],
  ['an end before the start', { claimFrom: momentText(NOW + 8 * DAY) }, { claimUntil: 'order' }],
  ['an expiry before the last claim', { expiresAt: momentText(NOW + DAY) }, { expiresAt: 'order' }],
  ['a moment that is none', { claimFrom: 'soon' }, { claimFrom: 'wrong' }],
  ['more for each than there are', { total: '2', perPerson: '3' }, { perPerson: 'too-many' }],
])('refuses %s', (_what, overrides, problems) => {
  expect(problemsOf(overrides)).toEqual(problems)
})

it('tells every problem at once', () => {
  expect(problemsOf({ title: '', off: '', total: 'many' })).toEqual({
    title: 'missing',
    off: 'wrong',
    total: 'wrong',
  })
})
