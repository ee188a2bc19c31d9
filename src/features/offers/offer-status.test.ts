import { aFlashSale, aShopCoupon } from '../../../test/builders/offers'
import { EVENING } from '../../../test/builders/wire'
import { couponStatus, flashStatus } from './offer-status'

it.each([
  ['open', {}],
  ['planned', { coupon: { claimFrom: EVENING + 1 } }],
  ['gone', { claimed: 100 }],
  ['over', { coupon: { claimUntil: EVENING } }],
  ['ended', { endedAt: EVENING }],
] as const)('a coupon is %s', (status, overrides) => {
  expect(couponStatus(aShopCoupon(1, overrides), EVENING)).toBe(status)
})

it.each([
  ['open', {}],
  ['planned', { startsAt: EVENING + 1 }],
  ['gone', { taken: 50 }],
  ['over', { endsAt: EVENING }],
] as const)('a flash sale is %s', (status, overrides) => {
  expect(flashStatus(aFlashSale(1, overrides), EVENING)).toBe(status)
})
