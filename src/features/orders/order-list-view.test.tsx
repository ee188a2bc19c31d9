import { useState } from 'react'
import type { Order } from '@/contracts/orders'
import { Page } from '@/ui'
import type * as FakeHostFile from '../../../test/builders/fake-host'
import { data, host } from '../../../test/builders/fake-host'
import { type Screen, show } from '../../../test/builders/screen'
import { anOrder, EVENING, orderIdOf } from '../../../test/builders/wire'
import { OrderListView } from './order-list-view'
import type { OrderTab } from './order-pages'
import { useOrderList } from './use-order-list'

jest.mock(
  '@/platform',
  () => jest.requireActual<typeof FakeHostFile>('../../../test/builders/fake-host').host.platform,
)

const onOpen = jest.fn()
const onShop = jest.fn()
function Orders() {
  const [tab, setTab] = useState<OrderTab>('all')
  const list = useOrderList(tab)
  return (
    <Page>
      <OrderListView list={list} tab={tab} onTab={setTab} onOpen={onOpen} onShop={onShop} />
    </Page>
  )
}
const named = (n: number, name: string, overrides: Partial<Order>): Order => {
  const order = anOrder(n, { createdAt: EVENING - n * 60_000, ...overrides })
  return { ...order, lines: order.lines.map((line) => ({ ...line, productName: name })) }
}
const are = (...orders: readonly Order[]): void => {
  host.answer('orders/list-orders', () => data({ orders, next: null, serverTime: EVENING }))
}
let screen: Screen<object>
const open = async (): Promise<void> => {
  screen = await show(Orders, {})
}

beforeEach(() => {
  host.reset()
  are(named(1, '脐橙', {}), named(2, '苹果', { status: 'paid' }), named(3, '草莓', { status: 'shipped' }))
})
afterEach(() => {
  screen.close()
})

it('sorts them by what can be done', async () => {
  await open()
  await screen.tap('待收货')
  expect(screen.text()).toContain('草莓')
  expect(screen.text()).not.toContain('脐橙')
})

it('says for each tab that there is nothing, and leads to where there is', async () => {
  are()
  await open()
  await screen.tap('待付款')
  expect(screen.text()).toContain('没有待付款的订单')
  await screen.tap('去看直播')
  expect(onShop).toHaveBeenCalled()
})

it('pays from the list, once on a double tap', async () => {
  const paid = named(1, '脐橙', { status: 'paid' })
  host.answer('payments/prepay', () => data({ prepay: { wallet: 'alipay', tradeNo: '1' } }))
  host.answer('payments/confirm', () => data({ order: paid }))
  await open()
  await screen.tap('付款 15:00', 2)
  expect(host.opened).toHaveLength(1)
  expect(screen.text()).toContain('付款成功')
  expect(screen.text()).not.toContain('付款 15:00')
})

it('loads what follows the last one seen', async () => {
  const first = Array.from({ length: 20 }, (_, index) =>
    named(index + 1, `第${index + 1}单`, { status: 'paid' }),
  )
  const next = `1.${orderIdOf(20)}`
  host.answer('orders/list-orders', ({ input }) =>
    data(
      JSON.stringify(input) === '{}'
        ? { orders: first, next, serverTime: EVENING }
        : { orders: [named(30, '最早的一单', { status: 'paid' })], next: null, serverTime: EVENING },
    ),
  )
  await open()
  await screen.tap('加载更多')
  expect(host.asked('orders/list-orders').at(-1)?.input).toEqual({ after: next })
  expect(screen.text()).toContain('最早的一单')
  expect(screen.text()).toContain('没有更多了')
})
