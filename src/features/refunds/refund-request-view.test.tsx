import type { Order } from '@/contracts/orders'
import { composeId } from '@/domain/ids'
import { toFen } from '@/domain/money'
import { err, ok } from '@/domain/result'
import { Page } from '@/ui'
import type * as FakeHostFile from '../../../test/builders/fake-host'
import { data, host, lost, refusal } from '../../../test/builders/fake-host'
import { merchantId } from '../../../test/builders/room'
import { type Screen, show } from '../../../test/builders/screen'
import { aParcel } from '../../../test/builders/shop-order'
import { anOrder, anOrderLine, EVENING, orderIdOf } from '../../../test/builders/wire'
import { RefundRequestView, type RefundRequestViewProps } from './refund-request-view'

jest.mock(
  '@/platform',
  () => jest.requireActual<typeof FakeHostFile>('../../../test/builders/fake-host').host.platform,
)

const pictureIdOf = (n: number) => composeId('picture', `picture${n}`.padEnd(20, '0'), merchantId)
const paid = (overrides: Partial<Order> = {}): Order =>
  anOrder(1, {
    status: 'paid',
    paidAt: EVENING,
    paidBy: 'alipay',
    lines: [
      anOrderLine(1, { quantity: 3, payable: toFen(1000) }),
      anOrderLine(2, { productName: '阿克苏苹果' }),
    ],
    freight: toFen(800),
    refundable: {
      lines: [
        { line: 1, quantity: 3, amount: toFen(1000) },
        { line: 2, quantity: 1, amount: toFen(2990) },
      ],
      freight: toFen(800),
    },
    ...overrides,
  })
const InPage = (props: RefundRequestViewProps) => (
  <Page>
    <RefundRequestView {...props} />
  </Page>
)
const onDone = jest.fn()
let screen: Screen<RefundRequestViewProps>
const isNow = (order: Order): void => {
  host.answer('orders/get-order', () => data({ order, serverTime: EVENING }))
}
const open = async (): Promise<void> => {
  screen = await show(InPage, { orderId: orderIdOf(1), onDone })
}
const asked = () => host.asked('orders/request-refund')

beforeEach(() => {
  host.reset()
  onDone.mockClear()
  isNow(paid())
  host.answer('orders/request-refund', () => data({ order: paid() }))
})
afterEach(() => {
  screen.close()
  host.filePicker.pickPictures = async () => err('cancelled')
  delete host.filePicker.openSettings
})

it('asks for everything that is left, with the freight of what was never sent', async () => {
  await open()
  expect(screen.text()).toContain('含运费')
  await screen.tap('不想要了')
  await screen.tap('申请退 ¥47.9')
  expect(asked()[0]?.input).toEqual({
    orderId: orderIdOf(1),
    units: [
      { line: 1, quantity: 3 },
      { line: 2, quantity: 1 },
    ],
    reason: 'changed-mind',
    note: '',
    pictureIds: [],
  })
  expect(onDone).toHaveBeenCalledTimes(1)
})

it('asks for some units, and shows what they come to', async () => {
  await open()
  await screen.tapIn('[aria-label="阿克苏苹果 的件数"]', '减少')
  await screen.tapIn('[aria-label="赣南脐橙 的件数"]', '减少')
  await screen.tap('商品破损')
  expect(screen.text()).toContain('不含运费')
  await screen.type('说明', ' 压坏了两个 ')
  await screen.tap('申请退 ¥6.66')
  expect(asked()[0]?.input).toMatchObject({ units: [{ line: 1, quantity: 2 }], note: '压坏了两个' })
})

it('keeps the freight once something was sent', async () => {
  isNow(paid({ status: 'shipped', parcels: [aParcel(1)] }))
  await open()
  await screen.tap('不想要了')
  expect(screen.text()).toContain('申请退 ¥39.9')
})

it('says on the button what is missing', async () => {
  await open()
  expect(screen.isOff('选择退款原因')).toBe(true)
  await screen.tapIn('[aria-label="阿克苏苹果 的件数"]', '减少')
  for (const _unit of [1, 2, 3]) await screen.tapIn('[aria-label="赣南脐橙 的件数"]', '减少')
  expect(screen.isOff('选择要退的商品')).toBe(true)
})

it('asks once on a double tap', async () => {
  await open()
  await screen.tap('不想要了')
  await screen.tap('申请退', 2)
  expect(asked()).toHaveLength(1)
})

it('keeps what was filled in, and the key, when no answer came', async () => {
  host.answer('orders/request-refund', () => lost())
  await open()
  await screen.tap('其他原因')
  await screen.type('说明', '颜色不对')
  await screen.tap('申请退')
  expect(screen.text()).toContain('收到的内容看不懂')
  host.answer('orders/request-refund', () => data({ order: paid() }))
  await screen.tap('申请退')
  expect(asked()[1]).toEqual(asked()[0])
  expect(onDone).toHaveBeenCalledTimes(1)
})

it('takes the number down when some went back meanwhile, and says why it was refused', async () => {
  host.answer('orders/request-refund', () => refusal('refund-too-much'))
  await open()
  await screen.tap('不想要了')
  isNow(paid({ refundable: { lines: [{ line: 1, quantity: 1, amount: toFen(334) }], freight: toFen(0) } }))
  await screen.tap('申请退')
  expect(screen.text()).toContain('超过了还能退的数量')
  expect(screen.text()).toContain('申请退 ¥3.34')
})

it('sends pictures along, and takes one back', async () => {
  let sent = 0
  host.answer('orders/upload-refund-picture', () => {
    sent += 1
    return data({ pictureId: pictureIdOf(sent), pictureUrl: `/media/${sent}.jpg` })
  })
  host.filePicker.pickPictures = async () =>
    ok([
      { name: 'a.jpg', content: 'AAAA' },
      { name: 'b.jpg', content: 'BBBB' },
    ])
  await open()
  await screen.tap('添加图片')
  expect(screen.text()).toContain('图片 2/6')
  await screen.tap('去掉第 1 张图片')
  await screen.tap('商品破损')
  await screen.tap('申请退')
  expect(host.asked('orders/upload-refund-picture')[0]?.input).toEqual({
    orderId: orderIdOf(1),
    data: 'AAAA',
  })
  expect(asked()[0]?.input).toMatchObject({ pictureIds: [pictureIdOf(2)] })
})

it('leads to the settings when pictures are not allowed', async () => {
  host.filePicker.pickPictures = async () => err('denied')
  host.filePicker.openSettings = async () => true
  await open()
  await screen.tap('添加图片')
  expect(screen.text()).toContain('没有照片权限')
  await screen.tap('去设置')
  expect(screen.text()).not.toContain('没有照片权限')
})

it('says why a picture did not arrive', async () => {
  host.filePicker.pickPictures = async () => ok([{ name: 'a.gif', content: 'AAAA' }])
  host.answer('orders/upload-refund-picture', () => refusal('picture-invalid'))
  await open()
  await screen.tap('添加图片')
  expect(screen.text()).toContain('1 张图片没有传上去，请用 1 MB 以内的')
})

it('leads back when nothing can be asked for', async () => {
  isNow(paid({ refundable: null }))
  await open()
  expect(screen.text()).toContain('这个订单现在不能申请退款')
  await screen.tap('回到订单')
  expect(onDone).toHaveBeenCalled()
})
