import type { ShipRow } from '@/contracts/merchant/orders'
import { err, ok } from '@/domain/result'
import type * as FakeHostFile from '../../../test/builders/fake-host'
import { data, host, refusal } from '../../../test/builders/fake-host'
import { merchantId } from '../../../test/builders/room'
import { type Screen, show } from '../../../test/builders/screen'
import { orderIdOf } from '../../../test/builders/wire'
import { ShipImportView, type ShipImportViewProps } from './ship-import-view'

jest.mock(
  '@/platform',
  () => jest.requireActual<typeof FakeHostFile>('../../../test/builders/fake-host').host.platform,
)

const aRow = (row: number, problem: ShipRow['problem'] = null): ShipRow => ({
  row,
  orderId: orderIdOf(row),
  carrier: '顺丰',
  trackingNumber: `SF10000000${row}`,
  problem,
})
const finds = (...rows: readonly ShipRow[]): void => {
  host.answer('orders/preview-shipping', () => data({ rows }))
}
const CHECK_MS = 600
const onOrders = jest.fn()
let screen: Screen<ShipImportViewProps>
const paste = async (csv: string): Promise<void> => {
  await screen.type('或直接粘贴表格内容', csv)
  await screen.settle(CHECK_MS)
}

beforeEach(async () => {
  host.reset()
  jest.useFakeTimers({ doNotFake: ['requestAnimationFrame', 'queueMicrotask', 'nextTick', 'performance'] })
  finds(aRow(2), aRow(3))
  screen = await show(ShipImportView, { merchantId, onOrders })
})
afterEach(() => {
  screen.close()
  jest.useRealTimers()
})

it('ships nothing while one row has a problem, and says which', async () => {
  finds(aRow(2), aRow(3, 'order-not-shippable'), aRow(4, 'tracking-invalid'))
  await paste('rows')
  expect(screen.text()).toContain('2 行需要修改')
  expect(screen.text()).toContain('第 3 行')
  expect(screen.text()).toContain('这个订单现在不能发货')
  expect(screen.isOff('发货')).toBe(true)
  expect(host.asked('orders/import-shipping')).toHaveLength(0)
})

it('ships what was previewed, once for two taps, and says how many', async () => {
  host.answer('orders/import-shipping', () => data({ shipped: 2 }))
  await paste('rows')
  await screen.tap('发出 2 个订单', 2)
  expect(host.asked('orders/import-shipping').map(({ input }) => input)).toEqual([
    { merchantId, csv: 'rows' },
  ])
  expect(screen.text()).toContain('已发出 2 个订单')
  await screen.tap('回到订单')
  expect(onOrders).toHaveBeenCalled()
})

it('cannot ship a changed table before it is checked', async () => {
  await paste('rows')
  expect(screen.isOff('发出 2 个订单')).toBe(false)
  await screen.type('或直接粘贴表格内容', 'changed')
  expect(screen.isOff('发货')).toBe(true)
})

it('checks again when the server ships nothing', async () => {
  host.answer('orders/import-shipping', () => refusal('import-invalid'))
  await paste('rows')
  finds(aRow(2), aRow(3, 'order-twice'))
  await screen.tap('发出 2 个订单')
  expect(screen.text()).toContain('同一个订单写了两行')
})

it('says what a table looks like when it could not be read', async () => {
  host.answer('orders/preview-shipping', () => refusal('import-invalid'))
  await paste('a picture')
  expect(screen.text()).toContain('表格里没有读到订单')
  expect(screen.isOff('发货')).toBe(true)
})

it('reads a file, and says so when it cannot', async () => {
  host.filePicker.pickText = async () => ok({ name: 'parcels.csv', content: 'rows' })
  await screen.tap('选择 CSV 文件')
  await screen.settle(CHECK_MS)
  expect(screen.text()).toContain('文件：parcels.csv')
  expect(screen.text()).toContain('2 个订单可以发货')
  host.filePicker.pickText = async () => err('unsupported')
  await screen.tap('选择 CSV 文件')
  expect(screen.text()).toContain('请把表格内容粘贴到下面')
})
