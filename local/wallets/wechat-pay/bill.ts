import { createHash } from 'node:crypto'
import { endOfBillDay, parseBillDay } from '@/domain/bill'
import { formatYuan, toFen } from '@/domain/money'
import { HOUR } from '@/domain/time'
import { beijingText } from '../../../cloudfunctions/_kernel/beijing-time'
import type { Clock } from '../../../cloudfunctions/_kernel/ports/clock'
import { type BillFiles, FOREIGN_HOST } from '../bill-files'
import type { BillFault } from '../faults'
import { merchant } from '../merchant'
import { type Movement, movementsOn } from '../movements'
import type { TradeBook } from '../trade-book'
import { type Answer, paramError, refuse } from './answers'

/** WeChat Pay writes the bill of a day by ten the next morning. */
const WRITTEN_AFTER_MS = 10 * HOUR

const TITLES = [
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类',
  '应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包',
  '手续费,费率,订单金额,申请退款金额,费率备注',
].join(',')
const TOTAL_TITLES =
  '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额'
const NOTHING = '0.00'

interface BillOffice {
  readonly book: TradeBook
  readonly clock: Clock
  readonly files: BillFiles
  /** Where the files lie, without the token. */
  readonly address: string
}

/** `v3/bill/tradebill`: where the bill lies, and its hash. A day without trades has none. */
export function tradeBill(
  office: BillOffice,
  query: Readonly<Record<string, string>>,
  fault: BillFault | null,
): Answer {
  const day = parseBillDay(query['bill_date'] ?? '')
  if (!day.ok || (query['bill_type'] ?? 'ALL') !== 'ALL') return paramError
  const over = office.clock.now() - endOfBillDay(day.value)
  if (over < 0) return paramError
  if (over < WRITTEN_AFTER_MS || fault === 'late') return refuse(400, 'STATEMENT_CREATING', '账单生成中')
  const rows = movementsOn(office.book, day.value)
  if (rows.length === 0) return refuse(400, 'NO_STATEMENT_EXIST', '请求的账单文件不存在')
  const bill = Buffer.from(compose(rows, fault === 'garbage'))
  const token = office.files.put(bill)
  const address = fault === 'foreign' ? `${FOREIGN_HOST}/v3/billdownload/file` : office.address
  return {
    status: 200,
    body: {
      download_url: `${address}?token=${token}`,
      hash_type: 'SHA1',
      hash_value: createHash('sha1').update(bill).digest('hex'),
    },
  }
}

function compose(rows: readonly Movement[], hasGarbage: boolean): string {
  const lines = rows.map((row) => marked(cellsOf(row)))
  const payments = rows.filter(({ refund }) => refund === null)
  const paid = formatYuan(toFen(payments.reduce((sum, { trade }) => sum + trade.amount, 0)))
  const returned = formatYuan(toFen(rows.reduce((sum, { refund }) => sum + (refund?.amount ?? 0), 0)))
  const totals = marked([String(rows.length), paid, returned, NOTHING, '0.00000', paid, returned])
  const all = [TITLES, ...lines, ...(hasGarbage ? ['`?,`?'] : []), TOTAL_TITLES, totals]
  return `\uFEFF${all.map((line) => `${line}\r\n`).join('')}`
}

const marked = (cells: readonly string[]): string => cells.map((cell) => `\`${cell}`).join(',')

/** In the order of the titles. */
function cellsOf({ trade, refund, at }: Movement): readonly string[] {
  const { transactionId } = trade.state
  const paid = formatYuan(trade.amount)
  const returned = refund === null ? NOTHING : formatYuan(refund.amount)
  return [
    ...[beijingText(at), merchant.wechatAppId, merchant.wechatMerchantId, '0', ''],
    ...[transactionId, trade.number, trade.payer, 'JSAPI', refund === null ? 'SUCCESS' : 'REFUND'],
    ...['OTHERS', 'CNY', refund === null ? paid : NOTHING, NOTHING],
    ...(refund === null
      ? ['0', '0', NOTHING, NOTHING, '', '']
      : [`503${transactionId.slice(3)}`, refund.number, returned, NOTHING, 'ORIGINAL', 'SUCCESS']),
    ...[trade.description, '', '0.00000', '0.60%'],
    ...[refund === null ? paid : NOTHING, returned, ''],
  ]
}
