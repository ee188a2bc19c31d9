import type { ShopOrder } from '@/contracts/orders'
import { toFen } from '@/domain/money'
import { Page } from '@/ui'
import type * as FakeHostFile from '../../../test/builders/fake-host'
import { data, host, refusal } from '../../../test/builders/fake-host'
import { type Screen, show } from '../../../test/builders/screen'
import {
  aParcel,
  aRefund,
  aShopLine,
  aShopOrder,
  parcelIdOf,
  refundIdOf,
} from '../../../test/builders/shop-order'
import { EVENING, orderIdOf } from '../../../test/builders/wire'
import { ShopOrderView, type ShopOrderViewProps } from './shop-order-view'

jest.mock(
  '@/platform',
  () => jest.requireActual<typeof FakeHostFile>('../../../test/builders/fake-host').host.platform,
)

const orderId = orderIdOf(1)
const InPage = (props: ShopOrderViewProps) => (
  <Page>
    <ShopOrderView {...props} />
  </Page>
)
const inputOf = (operation: string) => host.asked(`orders/${operation}`)[0]?.input
let screen: Screen<ShopOrderViewProps>

async function given(order: Partial<ShopOrder>): Promise<void> {
  host.answer('orders/get-shop-order', () => data({ order: aShopOrder(1, order), serverTime: EVENING }))
  screen = await show(InPage, { orderId, place: 'page' })
}
const answers = (operation: string, order: Partial<ShopOrder>): void => {
  host.answer(`orders/${operation}`, () => data({ order: aShopOrder(1, order) }))
}

beforeEach(() => {
  host.reset()
})
afterEach(() => {
  screen.close()
})

it('asks for the order by its number, and explains its price', async () => {
  await given({
    goods: toFen(5980),
    discount: toFen(500),
    freight: toFen(800),
    total: toFen(6280),
    couponTitle: '新客减 5 元',
  })
  expect(inputOf('get-shop-order')).toEqual({ orderId })
  for (const words of ['优惠券 · 新客减 5 元', '−¥5', '¥8', '实付', '62.8'])
    expect(screen.text()).toContain(words)
})

it('says that there is no such order', async () => {
  host.answer('orders/get-shop-order', () => refusal('order-not-found'))
  screen = await show(InPage, { orderId, place: 'page' })
  expect(screen.text()).toContain('找不到这个订单')
})

describe('shipping', () => {
  it('sends all that is left unless told otherwise, once for two taps', async () => {
    await given({})
    answers('ship', { status: 'shipped', parcels: [aParcel(1)], lines: [aShopLine(1, { shipped: 2 })] })
    await screen.tap('发货')
    await screen.tap('顺丰速运')
    await screen.type('快递单号', 'SF1000000001')
    await screen.tap('发出 2 件', 2)
    expect(host.asked('orders/ship').map(({ input }) => input)).toEqual([
      { orderId, carrierCode: 'SF', trackingNumber: 'SF1000000001' },
    ])
    expect(screen.text()).toContain('SF1000000001')
    expect(screen.text()).not.toContain('发一个包裹')
  })

  it('asks for the carrier and the number before it asks the server', async () => {
    await given({})
    await screen.tap('发货')
    await screen.tap('发出 2 件')
    expect(screen.text()).toContain('请选择快递公司')
    expect(screen.text()).toContain('请填写快递单号')
    expect(host.asked('orders/ship')).toHaveLength(0)
  })

  it('puts only what was picked into a parcel', async () => {
    await given({})
    answers('ship', { status: 'part-shipped' })
    await screen.tap('发货')
    await screen.tap('选一部分')
    expect(screen.isOff('至少选一件')).toBe(true)
    await screen.tap('增加')
    await screen.tap('中通快递')
    await screen.type('快递单号', '7512345678')
    await screen.tap('发出 1 件')
    expect(inputOf('ship')).toMatchObject({ units: [{ line: 1, quantity: 1 }] })
  })

  it('says why nothing was sent, and asks anew how the order stands', async () => {
    await given({})
    host.answer('orders/ship', () => refusal('order-closed'))
    await screen.tap('发货')
    await screen.tap('顺丰速运')
    await screen.type('快递单号', 'SF1000000001')
    await screen.tap('发出 2 件')
    expect(screen.text()).toContain('订单已关闭')
    expect(host.asked('orders/get-shop-order')).toHaveLength(2)
  })

  it('corrects a parcel once', async () => {
    await given({ status: 'shipped', parcels: [aParcel(1)], lines: [aShopLine(1, { shipped: 2 })] })
    answers('correct-parcel', { status: 'shipped', parcels: [aParcel(1, { isCorrected: true })] })
    await screen.tap('改单号')
    expect(screen.isOff('改成这个单号')).toBe(true)
    await screen.type('快递单号', 'SF2000000002')
    await screen.tap('改成这个单号')
    expect(inputOf('correct-parcel')).toEqual({
      parcelId: parcelIdOf(1),
      carrierCode: 'SF',
      trackingNumber: 'SF2000000002',
    })
    expect(screen.text()).toContain('单号改过一次，不能再改')
  })
})

it('closes an unpaid order after asking', async () => {
  await given({ status: 'awaiting-payment', paidAt: null, paidBy: null, refundable: null })
  answers('close-order', { status: 'closed', closedBecause: 'merchant', refundable: null })
  await screen.tap('关闭订单')
  expect(host.asked('orders/close-order')).toHaveLength(0)
  await screen.tapIn('[role="dialog"]', '关闭订单')
  expect(inputOf('close-order')).toEqual({ orderId })
  expect(screen.text()).toContain('店铺关闭了订单')
})

describe('a refund that a buyer asks for', () => {
  it('is agreed to after the sum and the wallet were said', async () => {
    await given({ refunds: [aRefund(1)] })
    answers('answer-refund', { refunds: [aRefund(1, { status: 'refunding' })] })
    expect(screen.text()).toContain('商品破损')
    expect(screen.text()).toContain('压坏了两个')
    await screen.tap('同意退款')
    expect(screen.text()).toContain('同意退 ¥29.9？')
    expect(screen.text()).toContain('¥29.9 会原路退回买家的支付宝')
    await screen.tap('退 ¥29.9', 2)
    expect(host.asked('orders/answer-refund').map(({ input }) => input)).toEqual([
      { refundId: refundIdOf(1), answer: 'agree', note: '' },
    ])
    expect(screen.text()).toContain('正在退回')
  })

  it('is refused with a note only', async () => {
    await given({ refunds: [aRefund(1)] })
    answers('answer-refund', { refunds: [aRefund(1, { status: 'refused', answer: '已经发出' })] })
    await screen.tap('拒绝')
    await screen.tap('拒绝退款')
    expect(screen.text()).toContain('拒绝需要写原因')
    expect(host.asked('orders/answer-refund')).toHaveLength(0)
    await screen.type('拒绝原因', '已经发出')
    await screen.tap('拒绝退款')
    expect(inputOf('answer-refund')).toEqual({ refundId: refundIdOf(1), answer: 'refuse', note: '已经发出' })
    expect(screen.text()).toContain('已拒绝')
  })

  it('shows its pictures as large as the screen', async () => {
    await given({ refunds: [aRefund(1)] })
    await screen.tap('放大第 1 张，共 2 张')
    expect(screen.text()).toContain('1 / 2')
    await screen.tap('下一张')
    expect(screen.text()).toContain('2 / 2')
    await screen.tap('关闭图片')
    expect(screen.text()).not.toContain('2 / 2')
  })
})

it('gives money back by itself: some units, a note, and the sum once more', async () => {
  await given({})
  answers('refund-order', { refunds: [aRefund(2, { cause: 'merchant', status: 'refunding' })] })
  await screen.tap('主动退款')
  expect(screen.isOff('选择要退的商品')).toBe(true)
  await screen.tap('增加')
  await screen.tap('退 ¥29.9')
  expect(screen.text()).toContain('请写一句说明')
  await screen.type('说明', '缺货，抱歉')
  await screen.tap('退 ¥29.9')
  expect(screen.text()).toContain('¥29.9 会退回买家的支付宝')
  expect(host.asked('orders/refund-order')).toHaveLength(0)
  await screen.tap('退 ¥29.9', 2)
  expect(host.asked('orders/refund-order').map(({ input }) => input)).toEqual([
    { orderId, units: [{ line: 1, quantity: 1 }], note: '缺货，抱歉' },
  ])
})

it('tries a failed refund again', async () => {
  await given({ refunds: [aRefund(1, { status: 'failed' })] })
  answers('retry-refund', { refunds: [aRefund(1, { status: 'refunding' })] })
  expect(screen.text()).toContain('钱包没能退回这笔钱')
  await screen.tap('再退一次', 2)
  expect(host.asked('orders/retry-refund')).toHaveLength(1)
  expect(screen.text()).toContain('正在退回')
})
