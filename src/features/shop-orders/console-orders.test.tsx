import type { ShopOrder } from '@/contracts/orders'
import type * as FakeHostFile from '../../../test/builders/fake-host'
import { data, host, lost } from '../../../test/builders/fake-host'
import { merchantId } from '../../../test/builders/room'
import { type Screen, show } from '../../../test/builders/screen'
import { aShopOrder, NOTHING_WAITS } from '../../../test/builders/shop-order'
import { EVENING, userId } from '../../../test/builders/wire'
import { ConsoleOrders, type ConsoleOrdersProps } from './console-orders'

jest.mock(
  '@/platform',
  () => jest.requireActual<typeof FakeHostFile>('../../../test/builders/fake-host').host.platform,
)

const are = (...orders: readonly ShopOrder[]): void => {
  host.answer('orders/list-shop-orders', () =>
    data({ orders, next: null, waiting: NOTHING_WAITS, serverTime: EVENING }),
  )
}
const onOpen = jest.fn<undefined, [ShopOrder]>()
const onAll = jest.fn()
let screen: Screen<ConsoleOrdersProps>

beforeEach(async () => {
  host.reset()
  jest.useFakeTimers({ doNotFake: ['requestAnimationFrame', 'queueMicrotask', 'nextTick', 'performance'] })
  are(aShopOrder(2, { status: 'awaiting-payment' }))
  screen = await show(ConsoleOrders, { merchantId, onOpen, onAll })
})
afterEach(() => {
  screen.close()
  jest.useRealTimers()
})

it('shows a new order without a reload, marked as new', async () => {
  expect(screen.text()).not.toContain('新')
  are(aShopOrder(1), aShopOrder(2, { status: 'awaiting-payment' }))
  await screen.settle(3_100)
  expect(screen.text()).toContain('买家1')
  expect(screen.text()).toContain('新')
})

it('shows that an order was paid and waits to be sent', async () => {
  are(aShopOrder(2))
  await screen.settle(3_100)
  expect(screen.text()).toContain('待发货')
})

it('tells who shared the room and from where', async () => {
  are(aShopOrder(2, { sharedBy: { userId, nickname: '周末去爬山', channel: 'weapp' } }))
  await screen.settle(3_100)
  expect(screen.text()).toContain('分享人 周末去爬山 · 来自微信')
})

it('keeps the list and says that it is old while the server does not answer', async () => {
  host.answer('orders/list-shop-orders', () => lost())
  await screen.settle(3_100)
  expect(screen.text()).toContain('买家2')
  expect(screen.text()).toContain('内容可能不是最新')
  are(aShopOrder(1), aShopOrder(2))
  await screen.settle(3_100)
  expect(screen.text()).toContain('买家1')
})

it('leads to an order, and to all of them', async () => {
  await screen.tap('查看 买家2 的订单，待付款')
  expect(onOpen.mock.calls[0]?.[0]).toMatchObject({ buyerName: '买家2' })
  await screen.tap('全部订单')
  expect(onAll).toHaveBeenCalledTimes(1)
})
