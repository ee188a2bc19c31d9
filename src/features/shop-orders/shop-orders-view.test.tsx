import { Page } from '@/ui'
import type * as FakeHostFile from '../../../test/builders/fake-host'
import { data, host, lost, refusal } from '../../../test/builders/fake-host'
import { merchantId } from '../../../test/builders/room'
import { type Screen, show } from '../../../test/builders/screen'
import { aRefund, aShopOrder } from '../../../test/builders/shop-order'
import { EVENING, orderIdOf } from '../../../test/builders/wire'
import { ShopOrdersView, type ShopOrdersViewProps } from './shop-orders-view'

jest.mock(
  '@/platform',
  () => jest.requireActual<typeof FakeHostFile>('../../../test/builders/fake-host').host.platform,
)

const onOpen = jest.fn()
const onShipMany = jest.fn()
const lists = () => host.asked('orders/list-shop-orders').map(({ input }) => input)
const NEXT = `1.${orderIdOf(20)}`
const many = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => aShopOrder(from + index))
const are = (
  orders: readonly unknown[],
  waiting = { toShip: 3, refunds: 1 },
  next: string | null = null,
): void => {
  host.answer('orders/list-shop-orders', () => data({ orders, next, waiting, serverTime: EVENING }))
}
const InPage = (props: ShopOrdersViewProps) => (
  <Page>
    <ShopOrdersView {...props} />
  </Page>
)
let screen: Screen<ShopOrdersViewProps>

beforeEach(async () => {
  host.reset()
  host.saved.clear()
  onOpen.mockClear()
  jest.useFakeTimers({ doNotFake: ['requestAnimationFrame', 'queueMicrotask', 'nextTick', 'performance'] })
  are([aShopOrder(1), aShopOrder(2, { refunds: [aRefund(1)] })])
  screen = await show(InPage, { merchantId, onOpen, onShipMany })
})
afterEach(() => {
  screen.close()
  jest.useRealTimers()
})

it('asks the server for what is chosen, and counts what waits', async () => {
  expect(screen.text()).toContain('待发货3')
  expect(screen.text()).toContain('退款1')
  await screen.tap('待发货3')
  expect(lists().at(-1)).toEqual({ merchantId, filter: 'to-ship' })
  await screen.tap('已关闭')
  expect(lists().at(-1)).toEqual({ merchantId, filter: 'closed' })
})

it('asks once for what was typed, without the spaces of a label', async () => {
  for (const typed of ['1', '13', '138 0013 8000']) await screen.type('订单编号、手机号或快递单号', typed)
  await screen.settle(600)
  expect(lists().slice(1)).toEqual([{ merchantId, filter: 'all', search: '13800138000' }])
})

it('says that nothing was found, and that there is nothing of a kind', async () => {
  are([])
  await screen.tap('退款')
  expect(screen.text()).toContain('没有退款')
  await screen.type('订单编号、手机号或快递单号', '13900139000')
  await screen.settle(600)
  expect(screen.text()).toContain('没有找到订单')
})

it('shows a refund that waits on the order’s card, and opens the order', async () => {
  expect(screen.text()).toContain('退款待处理')
  await screen.tap('查看 买家2 的订单，待发货')
  expect(onOpen).toHaveBeenCalledWith(orderIdOf(2))
})

it('goes on from the last order, twenty at a time', async () => {
  are(many(1, 20), undefined, NEXT)
  await screen.tap('待付款')
  are(many(21, 3))
  await screen.tap('加载更早的订单', 2)
  expect(lists().filter((input) => JSON.stringify(input).includes('after'))).toEqual([
    { merchantId, filter: 'unpaid', after: NEXT },
  ])
  expect(screen.text()).toContain('买家23')
  expect(screen.text()).not.toContain('加载更早的订单')
})

it('says that the next page did not come, and takes another tap', async () => {
  are(many(1, 20), undefined, NEXT)
  await screen.tap('待付款')
  host.answer('orders/list-shop-orders', () => lost())
  await screen.tap('加载更早的订单')
  expect(screen.text()).toContain('没能加载，点这里重试')
  are(many(21, 1))
  await screen.tap('没能加载，点这里重试')
  expect(screen.text()).toContain('买家21')
})

it('makes a table of the chosen days and hands it over as a file', async () => {
  host.answer('orders/export-orders', () => data({ csv: '\ufeff订单编号\n', count: 12 }))
  await screen.tap('导出')
  await screen.tap('最近 7 天')
  await screen.tap('生成表格', 2)
  expect(host.asked('orders/export-orders')).toHaveLength(1)
  expect(screen.text()).toContain('表格好了，共 12 行')
  await screen.tap('下载 CSV')
  expect([...host.saved.values()]).toEqual(['\ufeff订单编号\n'])
})

it('says why there is no table', async () => {
  host.answer('orders/export-orders', () => refusal('forbidden'))
  await screen.tap('导出')
  await screen.tap('生成表格')
  expect(screen.text()).toContain('没有权限')
})

it('opens an order beside the list on a desktop, and the list knows at once what was done to it', async () => {
  screen.close()
  host.widthPx = 1440
  screen = await show(InPage, { merchantId, onOpen, onShipMany })
  host.answer('orders/get-shop-order', () => data({ order: aShopOrder(1), serverTime: EVENING }))
  await screen.tap('查看 买家1 的订单，待发货')
  expect(onOpen).not.toHaveBeenCalled()
  const shipped = aShopOrder(1, { status: 'shipped' })
  host.answer('orders/ship', () => data({ order: shipped }))
  are([shipped, aShopOrder(2)], { toShip: 2, refunds: 1 })
  await screen.tap('发货')
  await screen.tap('顺丰速运')
  await screen.type('快递单号', 'SF1000000001')
  await screen.tap('发出 2 件')
  await screen.tap('查看 买家1 的订单，已发货')
  expect(screen.text()).toContain('待发货2')
})
