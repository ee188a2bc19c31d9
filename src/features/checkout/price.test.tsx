import { useEffect } from 'react'
import { toFen } from '@/domain/money'
import { MINUTE } from '@/domain/time'
import { ok } from '@/domain/result'
import { atNow } from '../../../test/builders/room-offers'
import type * as FakeHostFile from '../../../test/builders/fake-host'
import { data, host, lost, refusal } from '../../../test/builders/fake-host'
import { aQuote, aQuoteLine } from '../../../test/builders/quote'
import { aShelfProduct, aSku, roomId, skuIdOf } from '../../../test/builders/room'
import { type Screen, show } from '../../../test/builders/screen'
import { addressIdOf, anOrder, EVENING } from '../../../test/builders/wire'
import type { AddressFieldProps } from './address-slot'
import { CheckoutSheet, type CheckoutSheetProps } from './checkout-sheet'
import { ChoiceMemory } from './choice-memory'

jest.mock(
  '@/platform',
  () => jest.requireActual<typeof FakeHostFile>('../../../test/builders/fake-host').host.platform,
)

const oranges = aShelfProduct(1, { skus: [aSku(1, { available: 50 }), aSku(2, { name: '10 斤装' })] })

function KnownAddress({ value, onPick, error }: AddressFieldProps) {
  useEffect(() => {
    if (value === null) onPick(addressIdOf(1))
  }, [value, onPick])
  return <>{error ?? '文三路 1 号'}</>
}

let screen: Screen<CheckoutSheetProps>
const openSheet = async (): Promise<void> => {
  screen = await show(CheckoutSheet, {
    product: oranges,
    roomId,
    at: atNow(),
    memory: new ChoiceMemory(),
    AddressField: KnownAddress,
    onClose: () => undefined,
    onDone: () => undefined,
  })
}
const answer = (quote: Parameters<typeof aQuote>[0]) => () =>
  data({ quote: aQuote(quote), claimId: null, coupons: [], serverTime: host.now })
const quoted = () => host.asked('orders/quote')
const placed = () => host.asked('orders/place-order')
const totalIs = (yuan: string): void => {
  host.answer('orders/quote', answer({ total: toFen(Number(yuan) * 100), seal: `seal-of-${yuan}` }))
}

beforeEach(() => {
  host.reset()
  jest.useFakeTimers({ doNotFake: ['requestAnimationFrame', 'queueMicrotask', 'nextTick', 'performance'] })
  host.answer('orders/quote', answer({}))
})
afterEach(() => {
  screen.close()
  jest.useRealTimers()
})

it('explains the price: kind, usual price, goods, coupon, freight, total and what was saved', async () => {
  const line = aQuoteLine(1, {
    price: toFen(990),
    priceKind: 'flash',
    quantity: 2,
    subtotal: toFen(1980),
    discount: toFen(300),
  })
  const sums = { goods: toFen(1980), discount: toFen(300), freight: toFen(800), total: toFen(2480) }
  host.answer('orders/quote', answer({ lines: [line], ...sums, flashEndsAt: EVENING + 5 * MINUTE }))
  await openSheet()
  const text = screen.text()
  for (const words of ['秒杀价', '¥29.9', '¥9.9', '×2', '¥19.8', '−¥3', '¥8', '¥24.8', '共省 ¥43'])
    expect(text).toContain(words)
  expect(text).toContain('秒杀价还有 05:00')
})

it('says when the goods are sent for nothing', async () => {
  await openSheet()
  expect(screen.text()).toContain('包邮')
})

it('asks once for what a finger on the stepper ends with', async () => {
  await openSheet()
  const before = quoted().length
  await screen.tap('增加', 1)
  await screen.tap('增加', 1)
  await screen.settle(300)
  expect(quoted()).toHaveLength(before + 1)
  expect(quoted().at(-1)?.input).toEqual({
    roomId,
    items: [{ skuId: skuIdOf(1), quantity: 3 }],
    addressId: addressIdOf(1),
  })
})

it('takes no order while the price is being asked for', async () => {
  await openSheet()
  await screen.tap('增加')
  expect(screen.isOff('正在算价')).toBe(true)
  expect(screen.text()).toContain('¥29.9')
  await screen.settle(300)
  expect(screen.isOff('提交订单')).toBe(false)
})

it('shows the answer to the last question, whichever comes last', async () => {
  let answerFirst: (value: ReturnType<typeof data>) => void = () => undefined
  await openSheet()
  host.answer('orders/quote', () => new Promise((resolve) => (answerFirst = resolve)))
  await screen.tap('10 斤装')
  totalIs('77')
  await screen.tap('5 斤装')
  answerFirst(answer({ total: toFen(6600) })())
  await screen.settle()
  expect(screen.text()).toContain('¥77')
  expect(screen.text()).not.toContain('¥66')
})

it('asks anew when the flash price is over', async () => {
  host.answer('orders/quote', answer({ flashEndsAt: EVENING + 2_000 }))
  await openSheet()
  totalIs('88')
  host.now = EVENING + 2_500
  await screen.settle(3_000)
  expect(screen.text()).toContain('¥88')
})

it('has no price and takes no order when the quote fails, until it is asked again', async () => {
  host.answer('orders/quote', () => lost())
  await openSheet()
  expect(screen.isOff('提交订单')).toBe(true)
  host.answer('orders/quote', answer({}))
  await screen.tap('重新算价')
  expect(screen.isOff('提交订单')).toBe(false)
})

it('asks by itself when the network is back', async () => {
  host.answer('orders/quote', () => lost())
  await openSheet()
  host.answer('orders/quote', answer({}))
  host.setOnline(true)
  await screen.settle()
  expect(screen.isOff('提交订单')).toBe(false)
})

it('orders nothing at a price that has changed: says both, and orders at the new one when told', async () => {
  await openSheet()
  host.answer('orders/place-order', () => refusal('price-changed'))
  totalIs('35')
  await screen.tap('提交订单')
  expect(screen.text()).toContain('价格变了：¥29.9 → ¥35，没有下单，也没有扣款')
  expect(host.opened).toHaveLength(0)
  host.answer('orders/place-order', () => data({ order: anOrder(1) }))
  host.answer('payments/prepay', () => refusal('wallet-unavailable'))
  await screen.tap('提交订单')
  expect(placed().map(({ input }) => input)).toMatchObject([{ seal: 'seal-of-2990' }, { seal: 'seal-of-35' }])
})

it('sends the very same order again while nobody knows what became of the first', async () => {
  await openSheet()
  host.answer('orders/place-order', () => lost())
  const before = quoted().length
  await screen.tap('提交订单')
  totalIs('99')
  await screen.tap('提交订单')
  const [first, second] = placed()
  expect(second).toEqual(first)
  expect(quoted()).toHaveLength(before)
})

it('says where the number stands that the flash price is limited', async () => {
  host.answer('orders/quote', () => refusal('flash-limit'))
  await openSheet()
  expect(screen.text()).toContain('秒杀价买不了这么多，减少数量')
  expect(screen.isOff('提交订单')).toBe(true)
})

it('says how many this person can still have at the flash price', async () => {
  host.answer('orders/quote', () => ok({ ok: false, error: { code: 'flash-limit', left: 1 } }))
  await openSheet()
  expect(screen.text()).toContain('秒杀价买不了这么多，还可买 1 件')
})

it('says at the address that the shop does not send there', async () => {
  host.answer('orders/quote', () => refusal('region-not-served'))
  await openSheet()
  expect(screen.text()).toContain('这个地区不配送')
})
