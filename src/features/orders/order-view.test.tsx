import type { Order } from '@/contracts/orders'
import { toFen } from '@/domain/money'
import { Page } from '@/ui'
import type * as FakeHostFile from '../../../test/builders/fake-host'
import { data, host, lost, refusal } from '../../../test/builders/fake-host'
import { type Screen, show } from '../../../test/builders/screen'
import { anOrder, EVENING, orderIdOf } from '../../../test/builders/wire'
import { OrderView, type OrderViewProps } from './order-view'

jest.mock(
  '@/platform',
  () => jest.requireActual<typeof FakeHostFile>('../../../test/builders/fake-host').host.platform,
)

/** With the page's place for toasts. */
const InPage = (props: OrderViewProps) => (
  <Page>
    <OrderView {...props} />
  </Page>
)
let screen: Screen<OrderViewProps>
const isNow = (overrides: Partial<Order>): void => {
  host.answer('orders/get-order', () => data({ order: anOrder(1, overrides), serverTime: host.now }))
}
const open = async (): Promise<void> => {
  screen = await show(InPage, { orderId: orderIdOf(1), onRoom: jest.fn() })
}

beforeEach(() => {
  host.reset()
  jest.useFakeTimers({ doNotFake: ['requestAnimationFrame', 'queueMicrotask', 'nextTick', 'performance'] })
  isNow({})
})
afterEach(() => {
  screen.close()
  jest.useRealTimers()
})

it('counts down by the server’s clock', async () => {
  host.now = EVENING + 60_000
  await open()
  expect(screen.text()).toContain('请在 14:00 内付款')
})

it('turns paid by itself when the notice has arrived', async () => {
  await open()
  isNow({ status: 'paid', paidAt: EVENING, paidBy: 'alipay' })
  await screen.settle(3_100)
  expect(screen.text()).toContain('商家正在准备发货')
  expect(screen.text()).toContain('支付宝')
  const asked = host.asked('orders/get-order').length
  await screen.settle(10_000)
  expect(host.asked('orders/get-order')).toHaveLength(asked)
})

it('keeps what is known and says that it is old when the server does not answer', async () => {
  await open()
  host.answer('orders/get-order', () => lost())
  await screen.settle(3_100)
  expect(screen.text()).toContain('内容可能不是最新')
  expect(screen.text()).toContain('赣南脐橙')
})

it('asks before it cancels, and keeps the order on second thoughts', async () => {
  await open()
  await screen.tap('取消订单')
  await screen.tap('再想想')
  expect(host.asked('orders/cancel-order')).toHaveLength(0)
})

it('cancels after a yes', async () => {
  host.answer('orders/cancel-order', () =>
    data({ order: anOrder(1, { status: 'closed', closedBecause: 'buyer' }) }),
  )
  await open()
  await screen.tap('取消订单')
  await screen.tapIn('[role="dialog"]', '取消订单')
  expect(screen.text()).toContain('订单已取消')
  expect(screen.text()).not.toContain('继续支付')
})

it('shows an order that was paid while it was being cancelled', async () => {
  host.answer('orders/cancel-order', () => refusal('order-paid'))
  await open()
  isNow({ status: 'paid', paidAt: EVENING, paidBy: 'wechat-pay' })
  await screen.tap('取消订单')
  await screen.tapIn('[role="dialog"]', '取消订单')
  expect(screen.text()).toContain('订单已经付款')
  expect(screen.text()).toContain('商家正在准备发货')
})

it('tells where the money is that came too late', async () => {
  isNow({
    status: 'closed',
    closedBecause: 'timeout',
    refund: { amount: toFen(2990), status: 'under-way' },
  })
  await open()
  expect(screen.text()).toContain('退款处理中')
  isNow({ status: 'closed', closedBecause: 'timeout', refund: { amount: toFen(2990), status: 'done' } })
  await screen.settle(3_100)
  expect(screen.text()).toContain('已退款')
})

it('says in words that there is no such order', async () => {
  host.answer('orders/get-order', () => refusal('order-not-found'))
  await open()
  expect(screen.text()).toContain('找不到这个订单')
})
