import { strToU8, zipSync } from 'fflate'
import * as v from 'valibot'
import { type BillDay, endOfBillDay, parseBillDay, startOfBillDay } from '@/domain/bill'
import { formatYuan } from '@/domain/money'
import { HOUR } from '@/domain/time'
import { beijingText } from '../../../cloudfunctions/_kernel/beijing-time'
import type { Clock } from '../../../cloudfunctions/_kernel/ports/clock'
import { type BillFiles, FOREIGN_HOST } from '../bill-files'
import type { BillFault } from '../faults'
import { merchant } from '../merchant'
import { type Movement, movementsOn } from '../movements'
import type { TradeBook } from '../trade-book'
import { type Answer, badParameter, failure, success } from './answer'
import { encodeGbk } from './gbk'

/** Alipay writes the bill of a day by nine the next morning. */
const WRITTEN_AFTER_MS = 9 * HOUR
const NOTHING = '0.00'

const TITLES = [
  '支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）',
  '商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称',
  '商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注',
].join(',')
const SUM_TITLES = '门店编号,门店名称,交易订单总笔数,退款订单总笔数,订单金额（元）,商家实收（元）'

interface BillOffice {
  readonly book: TradeBook
  readonly clock: Clock
  readonly files: BillFiles
  /** Where the files lie, without the token. */
  readonly address: string
}
const billRequest = v.object({ bill_type: v.literal('trade'), bill_date: v.string() })

/** Where the bill lies. A day without trades has an empty one. */
export function billAddress(office: BillOffice, content: unknown, fault: BillFault | null): Answer {
  const parsed = v.safeParse(billRequest, content)
  const day = parseBillDay(parsed.success ? parsed.output.bill_date : '')
  if (!day.ok) return badParameter
  const over = office.clock.now() - endOfBillDay(day.value)
  if (over < 0) return badParameter
  if (over < WRITTEN_AFTER_MS || fault === 'late') return failure('isp.bill_not_exist', '账单不存在')
  const rows = movementsOn(office.book, day.value)
  const token = office.files.put(archive(day.value, rows, fault === 'garbage'))
  const address = fault === 'foreign' ? `${FOREIGN_HOST}/downloadBillFile.resource` : office.address
  return success({
    bill_download_url: `${address}?bizType=trade&fileType=csv.zip&token=${token}`,
    ...(rows.length === 0 && { bill_file_code: 'EMPTY_DATA_WITH_BILL_FILE' }),
  })
}

/** Two tables in one archive: every movement, and sums by shop. */
function archive(day: BillDay, rows: readonly Movement[], hasGarbage: boolean): Buffer {
  const name = `${merchant.alipaySellerId}0156_${day.replaceAll('-', '')}`
  const files = {
    [`${name}_summary.csv`]: encodeGbk(summary(day, rows)),
    [`${name}_details.csv`]: encodeGbk(details(day, rows, hasGarbage)),
    'readme.txt': strToU8('sandbox'),
  }
  return Buffer.from(zipSync(files))
}

const head = (day: BillDay, what: string): readonly string[] => {
  const date = day.replace(/^(\d+)-(\d+)-(\d+)$/, '$1年$2月$3日')
  const next = beijingText(endOfBillDay(day)).replace(/^(\d+)-(\d+)-(\d+) .*$/, '$1年$2月$3日')
  return [
    `#支付宝业务${what}查询`,
    `#账号：[${merchant.alipaySellerId}0156]`,
    `#起始日期：[${date} 00:00:00]   终止日期：[${next} 00:00:00]`,
    `#-----------------------------------------业务${what}列表----------------------------------------`,
  ]
}
const end = (what: string): string =>
  `#-----------------------------------------业务${what}列表结束------------------------------------`

const inLines = (lines: readonly string[]): string => lines.map((line) => `${line}\r\n`).join('')

function details(day: BillDay, rows: readonly Movement[], hasGarbage: boolean): string {
  const refunds = rows.filter(({ refund }) => refund !== null).length
  return inLines([
    ...head(day, '明细'),
    TITLES,
    ...rows.map((row) => cellsOf(row).join(',')),
    ...(hasGarbage ? ['?,?'] : []),
    end('明细'),
    `#交易合计：${rows.length - refunds}笔，商家实收共${NOTHING}元，商家优惠共${NOTHING}元`,
    `#退款合计：${refunds}笔，商家实收退款共${NOTHING}元，商家优惠退款共${NOTHING}元`,
    `#导出时间：[${beijingText(startOfBillDay(day))}]`,
  ])
}

const summary = (day: BillDay, rows: readonly Movement[]): string =>
  inLines([
    ...head(day, '汇总'),
    SUM_TITLES,
    `合计\t,,${rows.length}\t,0\t,${NOTHING}\t,${NOTHING}\t`,
    end('汇总'),
  ])

/** In the order of the titles; numbers and times end in a tab, which keeps spreadsheets from rounding them. */
function cellsOf({ trade, refund, at }: Movement): readonly string[] {
  const amount = refund === null ? formatYuan(trade.amount) : `-${formatYuan(refund.amount)}`
  return [
    ...[`${trade.state.transactionId}\t`, `${trade.number}\t`, refund === null ? '交易' : '退款'],
    ...[trade.description, `${beijingText(trade.createdAt)}\t`, `${beijingText(at)}\t`],
    ...['', '', '', '', '*某(138****0000)', amount, amount],
    ...[NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, '', NOTHING, NOTHING],
    ...[refund === null ? '' : `${refund.number}\t`, NOTHING, NOTHING, ''],
  ]
}
