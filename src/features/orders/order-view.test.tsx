import type { Order } from '@/contracts/orders'
import { toFen } from '@/domain/money'
import { Page } from '@/ui'
import type * as FakeHostFile from '../../../test/builders/fake-host'
import { data, host, lost, refusal } from '../../../test/builders/fake-host'
import { type Screen, show } from '../../../test/builders/screen'
import { aParcel, aRefund, refundIdOf } from '../../../test/builders/shop-order'
import { anOrder, anOrderLine, EVENING, orderIdOf } from '../../../test/builders/wire'
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
const onRefund = jest.fn()
let screen: Screen<OrderViewProps>
const isNow = (overrides: Partial<Order>): void => {
  host.answer('orders/get-order', () => data({ order: anOrder(1, overrides), serverTime: host.now }))
}
const open = async (): Promise<void> => {
  screen = await show(InPage, { orderId: orderIdOf(1), onRoom: jest.fn(), onRefund })
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

it('tells the truth about money that came too late', async () => {
  const late = { cause: 'late-payment' as const, reason: null, note: '', pictureUrls: [] }
  const closed = { status: 'closed', closedBecause: 'timeout' } as const
  isNow({ ...closed, refunds: [aRefund(1, { ...late, status: 'refunding' })] })
  await open()
  expect(screen.text()).toContain('订单关闭以后才收到这笔付款，全部原路退回，不用申请')
  expect(screen.text()).toContain('正在退回支付宝')
  expect(screen.text()).not.toContain('没有扣款')
  isNow({ ...closed, refunds: [aRefund(1, { ...late, status: 'refunded', doneAt: EVENING })] })
  await screen.settle(3_100)
  expect(screen.text()).toContain('已退回支付宝')
})

it('says of a second payment that only the second one goes back', async () => {
  const twice = aRefund(1, { cause: 'second-payment', reason: null, status: 'refunding' })
  isNow({ status: 'paid', paidAt: EVENING, paidBy: 'alipay', refunds: [twice] })
  await open()
  expect(screen.text()).toContain('多付的一笔原路退回')
})

it('names the wallet while nobody can say whether it was paid', async () => {
  host.answer('payments/prepay', () => refusal('payment-unknown'))
  host.answer('payments/confirm', () => refusal('payment-unknown'))
  await open()
  await screen.tap('继续支付')
  await screen.settle(40_000)
  expect(screen.text()).toContain('正在向微信支付确认是否付款成功，不会重复扣款')
  expect(host.opened).toHaveLength(0)
})

it('shows parcels with carrier, number and goods, and how the price came about', async () => {
  isNow({
    status: 'part-shipped',
    paidAt: EVENING,
    paidBy: 'wechat-pay',
    lines: [
      anOrderLine(1, {
        quantity: 2,
        shipped: 1,
        priceKind: 'live',
        price: toFen(1990),
        discount: toFen(300),
      }),
    ],
    parcels: [aParcel(1)],
    goods: toFen(3980),
    discount: toFen(300),
    couponTitle: '老友券',
    freight: toFen(800),
    total: toFen(4480),
  })
  await open()
  const text = screen.text()
  for (const words of ['顺丰速运 SF1000000001', '赣南脐橙 5 斤装 ×1', '直播价', '已发 1 件'])
    expect(text).toContain(words)
  for (const words of ['¥39.8', '优惠券 · 老友券', '−¥3', '¥8', '¥44.8']) expect(text).toContain(words)
})

it('confirms receipt after a yes', async () => {
  isNow({ status: 'shipped', receivedBy: EVENING })
  host.answer('orders/confirm-receipt', () =>
    data({ order: anOrder(1, { status: 'received', receivedAt: EVENING }) }),
  )
  await open()
  await screen.tap('确认收货')
  expect(host.asked('orders/confirm-receipt')).toHaveLength(0)
  await screen.tapIn('[role="dialog"]', '确认收货')
  expect(host.asked('orders/confirm-receipt')).toHaveLength(1)
  expect(screen.text()).toContain('已收货')
})

it('leads to the refund page while there is something to ask back', async () => {
  const refundable = { lines: [{ line: 1, quantity: 1, amount: toFen(2990) }], freight: toFen(0) }
  isNow({ status: 'paid', paidAt: EVENING, paidBy: 'alipay', refundable })
  await open()
  await screen.tap('申请退款')
  expect(onRefund).toHaveBeenCalledWith(orderIdOf(1))
})

it('withdraws a request after a yes', async () => {
  const asked = { status: 'paid', paidAt: EVENING, paidBy: 'alipay' } as const
  isNow({ ...asked, refunds: [aRefund(1)] })
  host.answer('orders/withdraw-refund', () =>
    data({ order: anOrder(1, { ...asked, refunds: [aRefund(1, { status: 'withdrawn' })] }) }),
  )
  await open()
  await screen.tap('撤回申请')
  await screen.tapIn('[role="dialog"]', '撤回申请')
  expect(host.asked('orders/withdraw-refund')[0]?.input).toEqual({ refundId: refundIdOf(1) })
  expect(screen.text()).toContain('你撤回了申请')
})

it('shows what the shop answered to a request it refused', async () => {
  isNow({ status: 'paid', refunds: [aRefund(1, { status: 'refused', answer: '已经发出' })] })
  await open()
  expect(screen.text()).toContain('商家没有同意')
  expect(screen.text()).toContain('商家：已经发出')
})

it('says in words that there is no such order', async () => {
  host.answer('orders/get-order', () => refusal('order-not-found'))
  await open()
  expect(screen.text()).toContain('找不到这个订单')
})
