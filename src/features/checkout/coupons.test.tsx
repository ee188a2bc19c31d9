import { useEffect } from 'react'
import type { CouponChoice } from '@/contracts/orders'
import type { ClaimId } from '@/domain/ids'
import { toFen } from '@/domain/money'
import { atNow } from '../../../test/builders/room-offers'
import type * as FakeHostFile from '../../../test/builders/fake-host'
import { data, host, lost, refusal } from '../../../test/builders/fake-host'
import { couponIdOf } from '../../../test/builders/offers'
import { aClaimableCoupon, aCouponChoice, aQuote, claimIdOf } from '../../../test/builders/quote'
import { aShelfProduct, roomId } from '../../../test/builders/room'
import { type Screen, show } from '../../../test/builders/screen'
import { addressIdOf, anOrder, EVENING } from '../../../test/builders/wire'
import type { AddressFieldProps } from './address-slot'
import { CheckoutSheet, type CheckoutSheetProps } from './checkout-sheet'
import { ChoiceMemory } from './choice-memory'

jest.mock(
  '@/platform',
  () => jest.requireActual<typeof FakeHostFile>('../../../test/builders/fake-host').host.platform,
)

function KnownAddress({ value, onPick }: AddressFieldProps) {
  useEffect(() => {
    if (value === null) onPick(addressIdOf(1))
  }, [value, onPick])
  return <>文三路 1 号</>
}

let screen: Screen<CheckoutSheetProps>
const openSheet = async (): Promise<void> => {
  screen = await show(CheckoutSheet, {
    product: aShelfProduct(1),
    roomId,
    at: atNow(),
    memory: new ChoiceMemory(),
    AddressField: KnownAddress,
    onClose: () => undefined,
    onDone: () => undefined,
  })
}
const openCoupons = async (): Promise<void> => {
  await openSheet()
  await screen.tap('优惠券')
}
const better = aCouponChoice(1, { coupon: { title: '老友券' } })
const other = aCouponChoice(2, { off: toFen(200), coupon: { title: '周末券' } })
/** Takes the wanted coupon, or the first one that helps, as the server does. */
const quoteWith = (coupons: readonly CouponChoice[]): void => {
  host.answer('orders/quote', ({ input }) => {
    const { claimId: wanted } = input as { claimId?: ClaimId | null }
    const best = coupons.find(({ mismatch }) => mismatch === null)?.held.id ?? null
    const claimId = wanted === undefined ? best : wanted
    const discount = coupons.find(({ held }) => held.id === claimId)?.off ?? toFen(0)
    const quote = aQuote({ discount, total: toFen(2990 - discount) })
    return data({ quote, claimId, coupons, serverTime: EVENING })
  })
}
const handsOut = (...coupons: ReturnType<typeof aClaimableCoupon>[]): void => {
  host.answer('coupons/list-claimable', () => data({ coupons, serverTime: EVENING }))
}
const lastQuote = () => host.asked('orders/quote').at(-1)?.input

beforeEach(() => {
  host.reset()
  quoteWith([better, other])
  handsOut()
  host.answer('orders/place-order', () => data({ order: anOrder(1) }))
  host.answer('payments/prepay', () => refusal('wallet-unavailable'))
})
afterEach(() => {
  screen.close()
})

it('takes the coupon that helps most unless told, and orders with it', async () => {
  await openSheet()
  expect(screen.text()).toContain('老友券')
  expect(screen.text()).toContain('−¥5')
  await screen.tap('提交订单')
  expect(host.asked('orders/place-order')[0]?.input).toMatchObject({ claimId: claimIdOf(1) })
})

it('asks for the price with the coupon that was chosen, or without any', async () => {
  await openCoupons()
  await screen.tap('周末券')
  expect(lastQuote()).toMatchObject({ claimId: claimIdOf(2) })
  expect(screen.text()).toContain('−¥2')
  await screen.tap('优惠券')
  await screen.tap('不使用优惠券')
  expect(lastQuote()).toMatchObject({ claimId: null })
  expect(screen.text()).toContain('2 张可用')
})

it.each([
  [{ code: 'coupon-below-threshold', missing: toFen(2010) }, '还差 ¥20.1 可用'],
  [{ code: 'coupon-other-products', missing: toFen(0) }, '不适用于此商品'],
  [{ code: 'coupon-expired', missing: toFen(0) }, '已过期'],
  [{ code: 'coupon-spent', missing: toFen(0) }, '已使用'],
] as const)('says why a coupon does not apply: %j', async (mismatch, words) => {
  quoteWith([aCouponChoice(1, { off: toFen(0), mismatch, coupon: { title: '老友券' } })])
  await openCoupons()
  expect(screen.text()).toContain(words)
  expect(screen.isOff('老友券')).toBe(true)
})

it('claims a coupon once on a double tap, and asks for the price anew', async () => {
  quoteWith([])
  handsOut(aClaimableCoupon(3, { coupon: { title: '开播券' } }))
  host.answer('coupons/claim', () => {
    quoteWith([aCouponChoice(3, { coupon: { title: '开播券' } })])
    handsOut(aClaimableCoupon(3, { mine: 1, refusal: 'coupon-limit', coupon: { title: '开播券' } }))
    return data({ held: aCouponChoice(3).held })
  })
  await openCoupons()
  await screen.tap('领取 开播券', 2)
  expect(host.asked('coupons/claim').map(({ input }) => input)).toEqual([{ couponId: couponIdOf(3) }])
  expect(screen.text()).toContain('已领取')
  expect(screen.text()).toContain('这一单减 ¥5')
})

it.each([
  ['coupon-gone', '已领完'],
  ['coupon-over', '领取已结束'],
  ['coupon-limit', '已领取'],
  ['coupon-not-open', '开始领取'],
] as const)('offers no claim that would be refused: %s', async (why, words) => {
  handsOut(aClaimableCoupon(3, { refusal: why }))
  await openCoupons()
  expect(screen.text()).toContain(words)
})

it('says why a claim was refused, where it was asked for', async () => {
  handsOut(aClaimableCoupon(3, { coupon: { title: '开播券' } }))
  host.answer('coupons/claim', () => refusal('coupon-gone'))
  await openCoupons()
  await screen.tap('领取 开播券')
  expect(screen.text()).toContain('优惠券已领完')
})

it('keeps the coupons one holds when the shop’s own do not come', async () => {
  host.answer('coupons/list-claimable', () => lost())
  await openCoupons()
  expect(screen.text()).toContain('老友券')
  handsOut(aClaimableCoupon(3, { coupon: { title: '开播券' } }))
  await screen.tap('没能取到店铺优惠券')
  expect(screen.text()).toContain('开播券')
})

it('goes on without a coupon that was spent elsewhere, and says so', async () => {
  await openCoupons()
  await screen.tap('周末券')
  host.answer('orders/place-order', () => refusal('coupon-spent'))
  quoteWith([better])
  await screen.tap('提交订单')
  expect(screen.text()).toContain('这张优惠券用过了')
  expect(screen.text()).toContain('老友券')
  expect(lastQuote()).not.toHaveProperty('claimId')
  expect(screen.isOff('提交订单')).toBe(false)
})

it('goes on when the chosen coupon no longer fits what is chosen', async () => {
  await openCoupons()
  host.answer('orders/quote', ({ input }) => {
    if ((input as { claimId?: unknown }).claimId !== undefined) return refusal('coupon-below-threshold')
    return data({ quote: aQuote(), claimId: null, coupons: [other], serverTime: EVENING })
  })
  await screen.tap('周末券')
  expect(screen.text()).toContain('还不够用券的金额')
  expect(screen.isOff('提交订单')).toBe(false)
})
