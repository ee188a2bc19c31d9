import { Page } from '@/ui'
import type * as FakeHostFile from '../../../test/builders/fake-host'
import { data, host, lost, refusal } from '../../../test/builders/fake-host'
import { couponIdOf } from '../../../test/builders/offers'
import { aClaimableCoupon, aCouponChoice } from '../../../test/builders/quote'
import { merchantId } from '../../../test/builders/room'
import { aRoomCoupon, atNow } from '../../../test/builders/room-offers'
import { type Screen, show } from '../../../test/builders/screen'
import { EVENING } from '../../../test/builders/wire'
import { RoomCoupons, type RoomCouponsProps } from './room-coupons'

jest.mock(
  '@/platform',
  () => jest.requireActual<typeof FakeHostFile>('../../../test/builders/fake-host').host.platform,
)

const InPage = (props: RoomCouponsProps) => (
  <Page>
    <RoomCoupons {...props} />
  </Page>
)
let screen: Screen<RoomCouponsProps>
const CLAIM = '领取 满 50 减 5'
const coupon = aRoomCoupon(1)
const open = async (props: Partial<RoomCouponsProps> = {}): Promise<void> => {
  screen = await show(InPage, { merchantId, at: atNow({ coupons: [coupon] }), isGuest: false, ...props })
}
/** What the server knows of the caller and the coupon from now on. */
const has = (mine: number, why: 'coupon-limit' | 'coupon-gone' | null = null): void => {
  host.answer('coupons/list-claimable', () =>
    data({
      coupons: [{ ...aClaimableCoupon(1), mine, refusal: why }],
      serverTime: EVENING,
    }),
  )
}
const claims = () => host.asked('coupons/claim').map(({ input }) => input)

beforeEach(() => {
  host.reset()
  has(0)
  host.answer('coupons/claim', () => {
    has(1, 'coupon-limit')
    return data({ held: aCouponChoice(1).held })
  })
})
afterEach(() => {
  screen.close()
})

it('says what a coupon is worth and is claimed with one tap, once for two', async () => {
  await open()
  expect(screen.text()).toContain('减 ¥5')
  expect(screen.text()).toContain('满 ¥50')
  await screen.tap(CLAIM, 2)
  await screen.settle()
  expect(claims()).toEqual([{ couponId: couponIdOf(1) }])
  expect(screen.text()).toContain('领到了')
  expect(screen.isOff('满 50 减 5 已领')).toBe(true)
})

it('shows what the person has already, and what nobody can have any more', async () => {
  has(1, 'coupon-limit')
  await open()
  expect(screen.text()).toContain('已领')
  screen.close()
  has(0)
  await open({ at: atNow({ coupons: [coupon] }, { left: { [coupon.id]: 0 } }) })
  expect(screen.isOff('满 50 减 5 已领完')).toBe(true)
})

it('says why a claim was refused, and then knows', async () => {
  host.answer('coupons/claim', () => {
    has(0, 'coupon-limit')
    return refusal('coupon-limit')
  })
  await open()
  await screen.tap(CLAIM)
  await screen.settle()
  expect(screen.text()).toContain('已经领够了')
  expect(screen.isOff('满 50 减 5 已领够')).toBe(true)
})

it('can be tapped again when the network swallowed it, under the same key', async () => {
  host.answer('coupons/claim', () => lost('unreadable'))
  await open()
  await screen.tap(CLAIM)
  await screen.tap(CLAIM)
  const keys = host.asked('coupons/claim').map(({ idempotencyKey }) => idempotencyKey)
  expect(keys).toHaveLength(2)
  expect(new Set(keys).size).toBe(1)
})

it('counts down, and is gone with its last moment', async () => {
  const timed = aRoomCoupon(1, { until: EVENING + 61_000 })
  await open({ at: atNow({ coupons: [timed] }) })
  expect(screen.text()).toContain('01:01')
  await screen.setProps({ at: atNow({ coupons: [timed] }, { now: EVENING + 61_000 }) })
  expect(screen.text()).not.toContain('满 ¥50')
})

it('tells a guest where to claim, and asks the server nothing', async () => {
  await open({ isGuest: true })
  await screen.tap(CLAIM)
  expect(screen.text()).toContain('请到微信或支付宝里领券')
  expect(host.asked('coupons/list-claimable')).toEqual([])
  expect(claims()).toEqual([])
})
