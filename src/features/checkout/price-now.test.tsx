import { useEffect } from 'react'
import type * as FakeHostFile from '../../../test/builders/fake-host'
import { toFen } from '@/domain/money'
import { data, host } from '../../../test/builders/fake-host'
import { aQuote } from '../../../test/builders/quote'
import { aShelfProduct, aSku, productIdOf, roomId, skuIdOf } from '../../../test/builders/room'
import { aRoomSale, atNow } from '../../../test/builders/room-offers'
import { type Screen, show } from '../../../test/builders/screen'
import { addressIdOf, anOrder, EVENING } from '../../../test/builders/wire'
import type { AddressFieldProps } from './address-slot'
import { CheckoutSheet, type CheckoutSheetProps } from './checkout-sheet'
import { ChoiceMemory } from './choice-memory'

jest.mock(
  '@/platform',
  () => jest.requireActual<typeof FakeHostFile>('../../../test/builders/fake-host').host.platform,
)

const oranges = aShelfProduct(1, { skus: [aSku(1), aSku(2, { name: '10 斤装', price: toFen(4990) })] })
function KnownAddress({ value, onPick }: AddressFieldProps) {
  useEffect(() => {
    if (value === null) onPick(addressIdOf(1))
  }, [value, onPick])
  return <>文三路 1 号</>
}

let screen: Screen<CheckoutSheetProps>
const memory = new ChoiceMemory()
const open = async (overrides: Partial<CheckoutSheetProps> = {}): Promise<void> => {
  screen = await show(CheckoutSheet, {
    product: oranges,
    roomId,
    at: atNow(),
    memory,
    AddressField: KnownAddress,
    onClose: jest.fn(),
    onDone: jest.fn(),
    ...overrides,
  })
}
const quotes = () => host.asked('orders/quote').length

beforeEach(() => {
  host.reset()
  memory.forget(oranges.id)
  host.answer('orders/quote', () =>
    data({ quote: aQuote(), claimId: null, coupons: [], serverTime: EVENING }),
  )
})
afterEach(() => {
  screen.close()
})

it('asks for a new quote when the price of the chosen kind changes, and only then', async () => {
  await open()
  const before = quotes()
  await screen.setProps({ at: atNow({ livePrices: { [skuIdOf(2)]: toFen(1000) } }) })
  await screen.settle()
  expect(quotes()).toBe(before)
  await screen.setProps({ at: atNow({ livePrices: { [skuIdOf(1)]: toFen(1000) } }) })
  await screen.settle()
  expect(quotes()).toBe(before + 1)
  const sale = aRoomSale(1)
  await screen.setProps({ at: atNow({ flashSales: [sale] }, { now: sale.startsAt - 1 }) })
  await screen.setProps({ at: atNow({ flashSales: [sale] }, { now: sale.startsAt }) })
  await screen.settle()
  expect(quotes()).toBe(before + 3)
})

it('shows what each kind costs now', async () => {
  await open({ at: atNow({ livePrices: { [skuIdOf(2)]: toFen(3990) } }) })
  expect(screen.text()).toContain('10 斤装¥39.9')
})

it('asks nothing and sells nothing while the price is hidden, and goes on when it is out', async () => {
  await open({ at: atNow({ hiddenPrices: [productIdOf(1)] }) })
  expect(quotes()).toBe(0)
  expect(screen.text()).toContain('¥？')
  expect(screen.text()).not.toContain('29.9')
  expect(screen.isOff('价格待揭晓')).toBe(true)
  await screen.setProps({ at: atNow() })
  await screen.settle()
  expect(screen.isOff('提交订单')).toBe(false)
})

it('says what is special about the price, in the page’s words', async () => {
  await open({ deal: '抢购中 04:59' })
  expect(screen.text()).toContain('抢购中 04:59')
})

it('finds the choice as it was left, and begins anew after the order', async () => {
  await open()
  await screen.tap('10 斤装')
  await screen.tap('增加')
  screen.close()
  await open()
  expect(memory.read(oranges.id)).toEqual({ skuId: skuIdOf(2), quantity: 2 })
  expect(screen.text()).toContain('已选：10 斤装')
  host.answer('orders/place-order', () => data({ order: anOrder(1) }))
  host.answer('payments/prepay', () => new Promise(() => undefined))
  await screen.settle()
  await screen.tap('提交订单')
  expect(host.asked('orders/place-order')[0]?.input).toMatchObject({
    items: [{ skuId: skuIdOf(2), quantity: 2 }],
  })
  expect(memory.read(oranges.id)).toBeNull()
})
