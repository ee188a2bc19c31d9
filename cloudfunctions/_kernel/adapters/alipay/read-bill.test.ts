import { encodeGbk } from '../../../../local/wallets/alipay/gbk'
import { billDayOf } from '@/domain/bill'
import { readAlipayBill } from './read-bill'

const AT = Date.parse('2025-11-23T20:00:00+08:00')
const expected = { day: billDayOf(AT), sellerId: '2088000000000001' }
const payment = {
  支付宝交易号: '2025112322001400000000000001\t',
  商户订单号: 'pay_1\t',
  业务类型: '交易',
  商品名称: '脐橙',
  完成时间: '2025-11-23 20:00:00\t',
  '订单金额（元）': '9.90',
  '商家实收（元）': '4.90',
  '退款批次号/请求号': '',
}
const refund = { ...payment, 业务类型: '退款', '订单金额（元）': '-3.00', '退款批次号/请求号': 'rf_1\t' }
type Line = typeof payment

const HEAD = [
  '#支付宝业务明细查询',
  '#账号：[20880000000000010156]',
  '#起始日期：[2025年11月23日 00:00:00]   终止日期：[2025年11月24日 00:00:00]',
  '#------业务明细列表------',
]
const END = '#------业务明细列表结束------'
interface Parts {
  readonly head?: readonly string[]
  readonly tail?: readonly string[]
  readonly titles?: string
}
const table = (
  rows: readonly Line[],
  { head = HEAD, tail = [END], titles = Object.keys(payment).join(',') }: Parts = {},
): Buffer =>
  Buffer.from(
    encodeGbk([...head, titles, ...rows.map((row) => Object.values(row).join(',')), ...tail].join('\r\n')),
  )
const sums = Buffer.from(
  encodeGbk('#业务汇总\r\n门店编号,门店名称\r\n合计,\r\n#------业务汇总列表结束------'),
)
const paid = {
  kind: 'payment',
  paymentId: 'pay_1',
  transactionId: '2025112322001400000000000001',
  amount: 990,
  at: AT,
}

describe('a bill of Alipay', () => {
  it('tells the price of the order, not what was left after a coupon', () => {
    expect(readAlipayBill([sums, table([payment])], expected)).toEqual({ ok: true, value: [paid] })
  })

  it('tells what went back without its minus', () => {
    const back = { ...paid, kind: 'refund', refundId: 'rf_1', amount: 300 }
    expect(readAlipayBill([table([payment, refund]), sums], expected)).toEqual({
      ok: true,
      value: [paid, back],
    })
  })

  it('tells of money that has no number of ours', () => {
    const rows = [
      { ...payment, 商户订单号: '' },
      { ...refund, '退款批次号/请求号': '' },
    ]
    expect(readAlipayBill([table(rows)], expected)).toMatchObject({
      value: [{ paymentId: '' }, { refundId: '' }],
    })
  })

  it('without remarks at its head and without totals is read too', () => {
    expect(readAlipayBill([table([payment], { head: [] })], expected)).toEqual({ ok: true, value: [paid] })
  })

  it('agrees with its totals', () => {
    const tail = [END, '#交易合计：1笔，商家实收共9.90元', '##退款合计：1笔，商家实收退款共-3.00元']
    expect(readAlipayBill([table([payment, refund], { tail })], expected)).toMatchObject({ ok: true })
    expect(readAlipayBill([table([payment], { tail })], expected)).toEqual({ ok: false, error: 'totals' })
    expect(readAlipayBill([table([refund, refund], { tail })], expected)).toEqual({
      ok: false,
      error: 'totals',
    })
  })

  it.each([
    ['no-table', []],
    ['no-table', [sums]],
    ['no-table', [table([payment]), table([payment])]],
    ['cut-short', [table([payment], { tail: [] })]],
    ['cut-short', [table([payment], { tail: ['#交易合计：1笔'] })]],
    ['row', [table([payment], { tail: ['?', END] })]],
    ['row', [table([{ ...payment, '订单金额（元）': '--9.90' }])]],
    ['row', [table([{ ...payment, 业务类型: '分账' }])]],
    ['row', [table([{ ...payment, 完成时间: '' }])]],
    ['row', [table([{ ...payment, 支付宝交易号: '' }])]],
    ['row', [table([payment], { titles: '支付宝交易号,商户订单号' })]],
    ['foreign', [table([payment], { head: ['#账号：[20880000000000020156]'] })]],
    ['another-day', [table([payment], { head: ['#起始日期：[2025年11月22日 00:00:00]'] })]],
    ['another-day', [table([{ ...payment, 完成时间: '2025-11-24 00:00:00' }])]],
  ])('is not believed in part: %s', (problem, files) => {
    expect(readAlipayBill(files, expected)).toEqual({ ok: false, error: problem })
  })
})
