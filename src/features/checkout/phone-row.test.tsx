import { useEffect } from 'react'
import { err } from '@/domain/result'
import { knowProfile } from '@/services/backend'
import { atNow } from '../../../test/builders/room-offers'
import type * as FakeHostFile from '../../../test/builders/fake-host'
import { data, host, refusal } from '../../../test/builders/fake-host'
import { aClaimableCoupon, aQuote } from '../../../test/builders/quote'
import { aShelfProduct, roomId } from '../../../test/builders/room'
import { type Screen, show } from '../../../test/builders/screen'
import { addressIdOf, aProfile, EVENING } from '../../../test/builders/wire'
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
const priced = () => data({ quote: aQuote(), claimId: null, coupons: [], serverTime: EVENING })

beforeEach(() => {
  host.reset()
  knowProfile(aProfile('weapp'))
  host.answer('orders/quote', priced)
  host.answer('session/verify-phone', () => data(aProfile('weapp', { isPhoneVerified: true })))
})
afterEach(() => {
  screen.close()
})

it('asks for no phone where nothing counts persons', async () => {
  await openSheet()
  expect(screen.text()).not.toContain('验证手机号')
})

it('asks beside a flash price that is limited, and for the price anew when it knows who one is', async () => {
  host.answer('orders/quote', () => refusal('flash-limit'))
  await openSheet()
  expect(screen.text()).toContain('限购按人算')
  host.answer('orders/quote', priced)
  await screen.tap('验证手机号')
  expect(host.asked('session/verify-phone')).toHaveLength(1)
  expect(screen.isOff('提交订单')).toBe(false)
})

it('asks beside the coupons that a shop hands out, and says how it went', async () => {
  const coupons = [aClaimableCoupon(1)]
  host.answer('coupons/list-claimable', () => data({ coupons, serverTime: EVENING }))
  await openSheet()
  await screen.tap('优惠券')
  host.phoneSays = err('refused')
  await screen.tap('验证手机号')
  expect(screen.text()).toContain('没有得到你的同意')
  host.phoneSays = err('unavailable')
  await screen.tap('验证手机号')
  expect(screen.text()).toContain('没能验证手机号')
  host.reset()
  host.answer('coupons/list-claimable', () => data({ coupons, serverTime: EVENING }))
  host.answer('session/verify-phone', () => refusal('forbidden'))
  await screen.tap('验证手机号')
  expect(screen.text()).toContain('没有权限')
  host.answer('session/verify-phone', () => data(aProfile('weapp', { isPhoneVerified: true })))
  await screen.tap('验证手机号')
  expect(screen.text()).toContain('手机号已验证')
  expect(host.asked('coupons/list-claimable')).toHaveLength(1)
})

it('does not ask those whose phone is known', async () => {
  knowProfile(aProfile('weapp', { isPhoneVerified: true }))
  host.answer('orders/quote', () => refusal('flash-limit'))
  await openSheet()
  expect(screen.text()).not.toContain('验证手机号')
  expect(screen.text()).not.toContain('手机号已验证')
})
