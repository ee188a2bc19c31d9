import type { contracts } from '@/contracts'
import { formatYuan } from '@/domain/money'
import { err, ok } from '@/domain/result'
import type { Implementation } from '../_kernel/operation'
import { presentShopOrder, selectShopOrders } from '../_kernel/trade/load-order'
import { beijingText } from '../_kernel/beijing-time'
import { csvLine } from '../_kernel/csv-line'

const MOST = 10_000
const HEADER = [
  '订单编号',
  '状态',
  '下单时间',
  '付款时间',
  '付款方式',
  '商品',
  '款式',
  '数量',
  '单价',
  '优惠',
  '实付',
  '订单运费',
  '订单合计',
  '已退款',
  '收货人',
  '电话',
  '地区',
  '地址',
  '快递',
  '运单号',
  '买家',
  '买家来自',
  '分享人',
]

/** One line for each line of an order, as a spreadsheet wants it. */
export const exportOrders: Implementation<typeof contracts.orders>['export-orders'] = async (
  { db },
  { merchantId, from, until },
) => {
  const rows = await selectShopOrders(db, merchantId)
    .where('orders.created_at', '>=', from)
    .where('orders.created_at', '<', until)
    .orderBy('orders.created_at')
    .limit(MOST + 1)
    .execute()
  const lines = rows.map(presentShopOrder).flatMap((order) => order.lines.map((line) => cells(order, line)))
  if (lines.length > MOST) return err({ code: 'export-too-long' })
  // The mark tells spreadsheets that it is UTF-8.
  return ok({ csv: `\ufeff${[HEADER, ...lines].map(csvLine).join('\r\n')}\r\n`, count: lines.length })
}

/** The sheet is read by people: words, where the wire has codes. */
const WORDS: Readonly<Record<string, string>> = {
  'awaiting-payment': '待付款',
  paid: '待发货',
  'part-shipped': '部分发货',
  shipped: '已发货',
  received: '已收货',
  done: '已完成',
  closed: '已关闭',
  refunded: '已退款',
  'wechat-pay': '微信支付',
  alipay: '支付宝',
  weapp: '微信',
  h5: '网页',
}
const wordOf = (code: string | null): string => WORDS[code ?? ''] ?? ''

type ShopOrder = ReturnType<typeof presentShopOrder>

function cells(order: ShopOrder, line: ShopOrder['lines'][number]): readonly string[] {
  const parcels = order.parcels.filter(({ lines }) => lines.some((part) => part.line === line.line))
  const back = order.refunds.filter(({ status }) => status === 'refunded')
  const refunded = back.flatMap(({ lines }) => lines).filter((part) => part.line === line.line)
  const time = (at: number | null): string => (at === null ? '' : beijingText(at))
  return [
    order.id,
    wordOf(order.status),
    time(order.createdAt),
    time(order.paidAt),
    wordOf(order.paidBy),
    line.productName,
    line.skuName,
    String(line.quantity),
    formatYuan(line.price),
    formatYuan(line.discount),
    formatYuan(line.payable),
    formatYuan(order.freight),
    formatYuan(order.total),
    String(refunded.reduce((sum, { quantity }) => sum + quantity, 0)),
    order.deliverTo.name,
    order.deliverTo.phone,
    order.deliverTo.region,
    order.deliverTo.detail,
    parcels.map(({ carrierName }) => carrierName).join(' '),
    parcels.map(({ trackingNumber }) => trackingNumber).join(' '),
    order.buyerName,
    wordOf(order.buyerHost),
    order.sharedBy?.nickname ?? '',
  ]
}
