import { useEffect } from 'react'
import type { CouponChoice, Quote } from '@/contracts/orders'
import { atNow } from '../../../test/builders/room-offers'
import type * as FakeHostFile from '../../../test/builders/fake-host'
import { data, host, lost, refusal } from '../../../test/builders/fake-host'
import { aShelfProduct, aSku, roomId, skuIdOf } from '../../../test/builders/room'
import { type Screen, show } from '../../../test/builders/screen'
import { aQuote } from '../../../test/builders/quote'
import { addressIdOf, anOrder, EVENING, orderIdOf } from '../../../test/builders/wire'
import type { AddressFieldProps } from './address-slot'
import { CheckoutSheet, type CheckoutSheetProps } from './checkout-sheet'
import { ChoiceMemory } from './choice-memory'

jest.mock(
  '@/platform',
  () => jest.requireActual<typeof FakeHostFile>('../../../test/builders/fake-host').host.platform,
)

const oranges = aShelfProduct(1, {
  skus: [aSku(1), aSku(2, { name: '10 斤装' }), aSku(3, { name: '礼盒', available: 0 })],
})
const prepay = {
  wallet: 'wechat-pay',
  timeStamp: '1',
  nonceStr: 'n',
  package: 'prepay_id=1',
  signType: 'RSA',
  paySign: 's',
}

/** Somebody whose address is known at once. */
function KnownAddress({ value, onPick, error }: AddressFieldProps) {
  useEffect(() => {
    if (value === null) onPick(addressIdOf(1))
  }, [value, onPick])
  return <>{error ?? '文三路 1 号'}</>
}

const onClose = jest.fn()
const onDone = jest.fn()
let screen: Screen<CheckoutSheetProps>

async function openSheet(overrides: Partial<CheckoutSheetProps> = {}): Promise<void> {
  screen = await show(CheckoutSheet, {
    product: oranges,
    roomId,
    at: atNow(),
    memory: new ChoiceMemory(),
    AddressField: KnownAddress,
    onClose,
    onDone,
    ...overrides,
  })
}

beforeEach(() => {
  host.reset()
  jest.useFakeTimers({ doNotFake: ['requestAnimationFrame', 'queueMicrotask', 'nextTick', 'performance'] })
  onClose.mockClear()
  onDone.mockClear()
  costs({})
  host.answer('orders/place-order', () => data({ order: anOrder(1) }))
  host.answer('payments/prepay', () => data({ prepay }))
  host.answer('payments/confirm', () => data({ order: anOrder(1, { status: 'paid' }) }))
})
afterEach(() => {
  screen.close()
  jest.useRealTimers()
})

/** What a quote answers from now on. */
const costs = (quote: Partial<Quote>, coupons: readonly CouponChoice[] = []): void => {
  host.answer('orders/quote', () =>
    data({ quote: aQuote(quote), claimId: null, coupons, serverTime: EVENING }),
  )
}
const placed = () => host.asked('orders/place-order')

it('buys with one tap when SKU and address are known', async () => {
  await openSheet({ sharerToken: 'token-of-zhou' })
  await screen.tap('提交订单')
  expect(placed()[0]?.input).toEqual({
    roomId,
    items: [{ skuId: skuIdOf(1), quantity: 1 }],
    addressId: addressIdOf(1),
    claimId: null,
    seal: 'seal-of-2990',
    sharerToken: 'token-of-zhou',
  })
  expect(host.opened).toEqual([prepay])
  expect(screen.text()).toContain('付款成功')
  await screen.tap('查看订单')
  expect(onDone).toHaveBeenCalledWith(orderIdOf(1))
  await screen.tap('回到直播')
  expect(onClose).toHaveBeenCalledTimes(1)
})

it('places one order on a double tap', async () => {
  await openSheet()
  await screen.tap('提交订单', 2)
  expect(placed()).toHaveLength(1)
  expect(host.opened).toHaveLength(1)
})

it('keeps the idempotency key when the same thing is tried again', async () => {
  host.answer('orders/place-order', () => lost())
  await openSheet()
  await screen.tap('提交订单')
  expect(screen.text()).toContain('收到的内容看不懂')
  host.answer('orders/place-order', () => data({ order: anOrder(1) }))
  await screen.tap('提交订单')
  const [first, second] = placed()
  expect(first?.idempotencyKey).toMatch(/^[0-9a-f]{32}$/)
  expect(second?.idempotencyKey).toBe(first?.idempotencyKey)
})

it('takes a new idempotency key when the choice was changed', async () => {
  host.answer('orders/place-order', () => lost())
  await openSheet()
  await screen.tap('提交订单')
  await screen.tap('10 斤装')
  await screen.tap('提交订单')
  const [first, second] = placed()
  expect(second?.input).toMatchObject({ items: [{ skuId: skuIdOf(2) }] })
  expect(second?.idempotencyKey).not.toBe(first?.idempotencyKey)
})

it('says sold out where the SKU is chosen, and forgets it when another one is', async () => {
  host.answer('orders/place-order', () => refusal('sold-out'))
  await openSheet()
  await screen.tap('提交订单')
  expect(screen.text()).toContain('换一个款式，或等主播补货')
  await screen.tap('10 斤装')
  expect(screen.text()).not.toContain('换一个款式')
})

it('tells the address field that its address is gone', async () => {
  host.answer('orders/place-order', () => refusal('address-not-found'))
  await openSheet()
  await screen.tap('提交订单')
  expect(screen.text()).toContain('收货地址不见了')
})

it('leads to the address first where there is none', async () => {
  const NoAddress = ({ isOpen }: AddressFieldProps) => <>{isOpen ? '表单' : '没有地址'}</>
  await openSheet({ AddressField: NoAddress })
  await screen.tap('填写收货地址')
  expect(screen.text()).toContain('表单')
  expect(placed()).toHaveLength(0)
  await screen.tap('关闭')
  expect(screen.text()).toContain('没有地址')
})

it('names the wallet that is asked when nobody can say whether it was paid', async () => {
  host.answer('payments/confirm', () => refusal('payment-unknown'))
  await openSheet()
  await screen.tap('提交订单')
  await screen.settle(40_000)
  expect(screen.text()).toContain('正在向微信支付确认是否付款成功，不会重复扣款')
  expect(host.opened).toHaveLength(1)
})

it('follows the stock while it is open', async () => {
  await openSheet()
  await screen.tap('增加')
  await screen.tap('增加')
  await screen.setProps({ product: { ...oranges, skus: [aSku(1, { available: 2 })] } })
  expect(screen.text()).toContain('仅剩 2 件')
  await screen.settle(300)
  await screen.tap('提交订单')
  expect(placed()[0]?.input).toMatchObject({ items: [{ quantity: 2 }] })
})

it('cannot be submitted once everything is gone', async () => {
  await openSheet()
  await screen.setProps({ product: { ...oranges, skus: [aSku(1, { available: 0 })] } })
  expect(screen.isOff('已抢光')).toBe(true)
})

it('keeps the order after a cancelled payment and pays the same one later', async () => {
  host.sheetSays = 'cancelled'
  host.answer('payments/confirm', () => data({ order: anOrder(1) }))
  await openSheet()
  await screen.tap('提交订单')
  expect(screen.text()).toContain('库存为你保留 15:00')
  host.sheetSays = 'approved'
  host.answer('payments/confirm', () => data({ order: anOrder(1, { status: 'paid' }) }))
  await screen.tap('继续支付')
  expect(screen.text()).toContain('付款成功')
  expect(placed()).toHaveLength(1)
})

it('says why when the wallet does not open, and that nothing was charged', async () => {
  host.answer('payments/prepay', () => refusal('wallet-unavailable'))
  await openSheet()
  await screen.tap('提交订单')
  expect(screen.text()).toContain('暂时不能付款')
  expect(screen.text()).toContain('没有扣款')
  expect(host.opened).toHaveLength(0)
})
