import type { Order } from '@/contracts/orders'
import { AFTER_SALES_WINDOW_MS } from '@/domain/order'
import { DAY } from '@/domain/time'
import type { PaymentState } from '@/services/payment'
import type * as FakeHostFile from '../../../test/builders/fake-host'
import { aRefund } from '../../../test/builders/shop-order'
import { anOrder, EVENING } from '../../../test/builders/wire'
import { bandOf } from './order-band'
import { en } from './words/order/en'
import { zhCn } from './words/order/zh-cn'

jest.mock(
  '@/platform',
  () => jest.requireActual<typeof FakeHostFile>('../../../test/builders/fake-host').host.platform,
)

const band = (overrides: Partial<Order>, payment: PaymentState = { kind: 'idle' }, leftMs = 60_000) =>
  bandOf(
    {
      order: anOrder(1, overrides),
      payment,
      leftMs,
      wallet: '支付宝',
      when: (at) => `第${(at - EVENING) / DAY}天`,
    },
    zhCn,
  )

it.each([
  [{}, '等待付款', '请在 01:00 内付款'],
  [{ status: 'paid' }, '已付款，等待发货', '准备发货'],
  [{ status: 'part-shipped' }, '部分已发货', '其余商品'],
  [{ status: 'shipped', receivedBy: EVENING + 10 * DAY }, '已发货', '第10天 前没有确认，会自动确认收货'],
  [
    { status: 'received', receivedAt: EVENING },
    '已收货',
    `第${AFTER_SALES_WINDOW_MS / DAY}天 前可以申请退款`,
  ],
  [{ status: 'done' }, '交易完成', '申请退款的时间已过'],
  [{ status: 'closed', closedBecause: 'buyer' }, '订单已取消', '没有扣款'],
  [{ status: 'closed', closedBecause: 'merchant' }, '店铺关闭了订单', '没有扣款'],
  [{ status: 'closed', closedBecause: 'timeout' }, '超时未付款', '没有扣款'],
  [{ status: 'closed', refunds: [aRefund(1, { cause: 'late-payment' })] }, '超时', '关闭以后才收到付款'],
  [{ status: 'refunded', refunds: [aRefund(1, { status: 'refunded' })] }, '已全部退款', '已全部退回支付宝'],
  [{ status: 'refunded', refunds: [aRefund(1, { status: 'refunding' })] }, '已全部退款', '正在退回支付宝'],
] as const satisfies readonly (readonly [Partial<Order>, string, string])[])(
  'tells of %j what it is and what comes',
  (overrides, title, hint) => {
    const shown = band(overrides)
    expect(shown.title).toContain(title)
    expect(shown.hint).toContain(hint)
  },
)

it('says that it is closing when the time to pay is over', () => {
  expect(band({}, { kind: 'idle' }, 0).title).toBe('正在关闭')
})

it('reads an unknown payment as what it is, and names the wallet', () => {
  expect(band({}, { kind: 'unknown' }).hint).toContain('正在向支付宝确认是否付款成功，不会重复扣款')
  expect(en.unknownHint('WeChat Pay')).toContain(
    'We are asking WeChat Pay whether it went through. You will not be charged twice',
  )
})
