import type { ShopOrder } from '@/contracts/orders'
import type * as FakeHostFile from '../../../test/builders/fake-host'
import { data, host, lost } from '../../../test/builders/fake-host'
import { merchantId } from '../../../test/builders/room'
import { type Screen, show } from '../../../test/builders/screen'
import { anOrder, EVENING, userId } from '../../../test/builders/wire'
import { ConsoleOrders } from './console-orders'

jest.mock(
  '@/platform',
  () => jest.requireActual<typeof FakeHostFile>('../../../test/builders/fake-host').host.platform,
)

const order = (n: number, overrides: Partial<ShopOrder> = {}): ShopOrder => ({
  ...anOrder(n, { createdAt: EVENING - n * 1_000 }),
  buyerName: `买家${n}`,
  buyerHost: 'alipay',
  sharedBy: null,
  ...overrides,
})
const are = (...orders: readonly ShopOrder[]): void => {
  host.answer('orders/list-shop-orders', () => data({ orders, serverTime: EVENING }))
}
let screen: Screen<{ merchantId: typeof merchantId }>

beforeEach(async () => {
  host.reset()
  jest.useFakeTimers({ doNotFake: ['requestAnimationFrame', 'queueMicrotask', 'nextTick', 'performance'] })
  are(order(2))
  screen = await show(ConsoleOrders, { merchantId })
})
afterEach(() => {
  screen.close()
  jest.useRealTimers()
})

it('shows a new order without a reload, marked as new', async () => {
  expect(screen.text()).not.toContain('新')
  are(order(1), order(2))
  await screen.settle(3_100)
  expect(screen.text()).toContain('买家1')
  expect(screen.text()).toContain('新')
})

it('shows that an order was paid', async () => {
  are(order(2, { status: 'paid' }))
  await screen.settle(3_100)
  expect(screen.text()).toContain('已付款')
})

it('tells who shared the room and from where', async () => {
  are(order(2, { sharedBy: { userId, nickname: '周末去爬山', channel: 'weapp' } }))
  await screen.settle(3_100)
  expect(screen.text()).toContain('分享人 周末去爬山 · 来自微信')
})

it('keeps the list and says that it is old while the server does not answer', async () => {
  host.answer('orders/list-shop-orders', () => lost())
  await screen.settle(3_100)
  expect(screen.text()).toContain('买家2')
  expect(screen.text()).toContain('内容可能不是最新')
  are(order(1), order(2))
  await screen.settle(3_100)
  expect(screen.text()).toContain('买家1')
})
