import type { ClaimableCoupon, Coupon } from '@/contracts/coupons'
import type { CouponChoice, Quote } from '@/contracts/orders'
import { composeId } from '@/domain/ids'
import { toFen } from '@/domain/money'
import { aShopCoupon } from './offers'
import { merchantId, productIdOf, skuIdOf } from './room'
import { EVENING } from './wire'

const padded = (text: string): string => text.padEnd(20, '0')
export const claimIdOf = (n: number) => composeId('claim', padded(`claim${n}`), merchantId)

type QuoteLine = Quote['lines'][number]

export const aQuoteLine = (n: number, overrides: Partial<QuoteLine> = {}): QuoteLine => ({
  skuId: skuIdOf(n),
  productId: productIdOf(n),
  productName: '赣南脐橙',
  skuName: '5 斤装',
  pictureUrl: '/media/orange.jpg',
  quantity: 1,
  price: toFen(2990),
  regularPrice: toFen(2990),
  priceKind: 'regular',
  subtotal: toFen(2990),
  discount: toFen(0),
  payable: toFen(2990),
  ...overrides,
})

/** One bag of oranges at its usual price, sent for nothing. */
export const aQuote = (overrides: Partial<Quote> = {}): Quote => ({
  lines: [aQuoteLine(1)],
  goods: toFen(2990),
  discount: toFen(0),
  freight: toFen(0),
  total: toFen(2990),
  flashEndsAt: null,
  seal: 'seal-of-2990',
  ...overrides,
})

interface ChoiceOverrides extends Partial<Omit<CouponChoice, 'held'>> {
  readonly coupon?: Partial<Coupon>
}

/** Held since this evening, and good for five yuan off. */
export const aCouponChoice = (n: number, { coupon, ...overrides }: ChoiceOverrides = {}): CouponChoice => ({
  held: {
    id: claimIdOf(n),
    coupon: aShopCoupon(n, coupon === undefined ? {} : { coupon }).coupon,
    status: 'held',
    claimedAt: EVENING,
  },
  off: toFen(500),
  mismatch: null,
  ...overrides,
})

export const aClaimableCoupon = (
  n: number,
  {
    coupon,
    ...overrides
  }: Partial<Omit<ClaimableCoupon, 'coupon'>> & { readonly coupon?: Partial<Coupon> } = {},
): ClaimableCoupon => ({
  coupon: aShopCoupon(n, coupon === undefined ? {} : { coupon }).coupon,
  left: 88,
  mine: 0,
  refusal: null,
  ...overrides,
})
