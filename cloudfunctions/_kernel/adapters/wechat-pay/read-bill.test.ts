import { billDayOf } from '@/domain/bill'
import type { WeChatPayOptions } from '../wallet-config'
import { readWeChatPayBill } from './read-bill'

const AT = Date.parse('2025-11-23T20:00:00+08:00')
const day = billDayOf(AT)
const options: WeChatPayOptions = {
  appId: 'wx1',
  merchantId: '1900000001',
  merchantSerial: '',
  merchantPrivateKey: '',
  apiV3Key: '',
  platformKeys: {},
  notifyUrl: '',
}
const payment = {
  交易时间: '2025-11-23 20:00:00',
  公众账号ID: 'wx1',
  商户号: '1900000001',
  微信订单号: '4200',
  商户订单号: 'pay_1',
  交易状态: 'SUCCESS',
  货币种类: 'CNY',
  应结订单金额: '4.90',
  商户退款单号: '0',
  退款状态: '',
  商品名称: '脐橙',
  订单金额: '9.90',
  申请退款金额: '0.00',
}
const refund = {
  ...payment,
  交易状态: 'REFUND',
  商户退款单号: 'rf_1',
  退款状态: 'SUCCESS',
  订单金额: '0.00',
  申请退款金额: '3.00',
}
type Line = typeof payment

const marked = (cells: readonly string[]): string => cells.map((cell) => `\`${cell}`).join(',')
const TOTALS = ['总交易单数,应结订单总金额', '`1,`9.90']
const bill = (rows: readonly Line[], tail: readonly string[] = TOTALS): string =>
  ['\uFEFF' + Object.keys(payment).join(','), ...rows.map((row) => marked(Object.values(row))), ...tail].join(
    '\r\n',
  )
const read = (text: string) => readWeChatPayBill(text, day, options)
const paid = { kind: 'payment', paymentId: 'pay_1', transactionId: '4200', amount: 990, at: AT }

describe('a bill of WeChat Pay', () => {
  it('tells the price of the order, not what was left after the wallet’s own coupon', () => {
    expect(read(bill([payment]))).toEqual({ ok: true, value: [paid] })
  })

  it('tells what was asked back, done or on its way, and leaves out what came to nothing', () => {
    const back = { ...paid, kind: 'refund', refundId: 'rf_1', amount: 300 }
    for (const 退款状态 of ['SUCCESS', 'PROCESSING', 'CHANGE'])
      expect(read(bill([{ ...refund, 退款状态 }]))).toEqual({ ok: true, value: [back] })
    for (const 退款状态 of ['FAIL', 'REFUNDCLOSE'])
      expect(read(bill([{ ...refund, 退款状态 }]))).toEqual({ ok: true, value: [] })
  })

  it('leaves out another app of the same merchant', () => {
    const other = { ...payment, 公众账号ID: 'wx2', 交易状态: 'REVOKED' }
    expect(read(bill([other, payment]))).toEqual({ ok: true, value: [paid] })
  })

  it('tells of money that has no number of ours', () => {
    const rows = [
      { ...payment, 商户订单号: '' },
      { ...refund, 商户退款单号: '' },
    ]
    expect(read(bill(rows))).toMatchObject({ value: [{ paymentId: '' }, { refundId: '' }] })
  })

  it('may come with other columns, in another order, and with lines of nothing', () => {
    const turned = { 备注: '', ...Object.fromEntries(Object.entries(payment).reverse()) }
    const text = [Object.keys(turned).join(','), marked(Object.values(turned)), '', ...TOTALS, '', ''].join(
      '\n',
    )
    expect(read(text)).toEqual({ ok: true, value: [paid] })
  })

  it.each([
    ['cut-short', bill([payment], [])],
    ['cut-short', bill([payment], TOTALS.slice(0, 1))],
    ['cut-short', bill([payment], [...TOTALS, '`1'])],
    ['cut-short', ''],
    ['row', bill([payment], ['`pay_2,`9.90', ...TOTALS])],
    ['row', bill([payment], ['总', ...TOTALS])],
    ['row', bill([{ ...payment, 订单金额: '9.9e3' }])],
    ['row', bill([{ ...payment, 货币种类: 'USD' }])],
    ['row', bill([{ ...payment, 交易状态: 'REVOKED' }])],
    ['row', bill([{ ...payment, 微信订单号: '' }])],
    ['row', bill([{ ...payment, 交易时间: 'yesterday' }])],
    ['row', bill([{ ...refund, 退款状态: 'LOST' }])],
    ['foreign', bill([{ ...payment, 商户号: '1900000002' }])],
    ['another-day', bill([{ ...payment, 交易时间: '2025-11-24 00:00:00' }])],
  ])('is not believed in part: %s', (problem, text) => {
    expect(read(text)).toEqual({ ok: false, error: problem })
  })
})
