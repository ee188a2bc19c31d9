import type { ShopCoupon } from '@/contracts/merchant/coupons'
import type { Coupon } from '@/contracts/coupons'
import type { FlashSaleView } from '@/contracts/merchant/offers'
import { composeId } from '@/domain/ids'
import { toFen } from '@/domain/money'
import { DAY, HOUR } from '@/domain/time'
import { merchantId, productIdOf, skuIdOf } from './room'
import { EVENING } from './wire'

const padded = (text: string): string => text.padEnd(20, '0')
export const couponIdOf = (n: number) => composeId('coupon', padded(`coupon${n}`), merchantId)
export const flashSaleIdOf = (n: number) => composeId('flashSale', padded(`flash${n}`), merchantId)

interface CouponOverrides extends Partial<Omit<ShopCoupon, 'coupon'>> {
  readonly coupon?: Partial<Coupon>
}

/** Five yuan off fifty for everything in the shop, open for a week, twelve of a hundred claimed. */
export const aShopCoupon = (n: number, overrides: CouponOverrides = {}): ShopCoupon => ({
  claimed: 12,
  spent: 3,
  endedAt: null,
  ...overrides,
  coupon: {
    id: couponIdOf(n),
    merchantId,
    title: '新客减 5 元',
    value: { kind: 'fixed', off: toFen(500) },
    threshold: toFen(5000),
    products: null,
    claimFrom: EVENING - HOUR,
    claimUntil: EVENING + 7 * DAY,
    expiresAt: EVENING + 7 * DAY,
    total: 100,
    perPerson: 1,
    ...overrides.coupon,
  },
})

/** Oranges at a third of their price, for two hours since an hour ago. */
export const aFlashSale = (n: number, overrides: Partial<FlashSaleView> = {}): FlashSaleView => ({
  id: flashSaleIdOf(n),
  merchantId,
  skuId: skuIdOf(n),
  productId: productIdOf(n),
  productName: '赣南脐橙',
  skuName: '5 斤装',
  price: toFen(990),
  startsAt: EVENING - HOUR,
  endsAt: EVENING + HOUR,
  quantity: 50,
  taken: 8,
  perPerson: 1,
  ...overrides,
})
