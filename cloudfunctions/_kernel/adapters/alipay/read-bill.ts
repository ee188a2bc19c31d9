import * as v from 'valibot'
import { type BillDay, billDayOf, type BillRow } from '@/domain/bill'
import { parseYuan } from '@/domain/money'
import { err, ok, type Result } from '@/domain/result'
import { type Cells, linesOf, nameCells } from '../wallets/bill-table'
import { readBeijingText } from '../../beijing-time'

export type BillProblem = 'no-table' | 'cut-short' | 'row' | 'foreign' | 'another-day' | 'totals'

const SEPARATOR = ','
const FIRST_TITLE = '支付宝交易号'
const END = /^#.*明细列表结束/
const ACCOUNT = /^#账号：\[(\d+)\]/
const BEGINS = /^#起始日期：\[(\d{4})年(\d\d)月(\d\d)日/
const PAYMENTS = /^#+交易合计：(\d+)笔/
const REFUNDS = /^#+退款合计：(\d+)笔/

const number = v.pipe(v.string(), v.minLength(1))
/** What went back is written with a minus; the kind of the row says so already. */
const yuan = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const amount = parseYuan(dataset.value.replace(/^-/, ''))
    if (amount.ok) return amount.value
    addIssue()
    return NEVER
  }),
)
/** What was done by hand at the wallet's desk has no number of ours, and is money all the same. */
const ours = v.string()
const common = {
  支付宝交易号: number,
  商户订单号: ours,
  '订单金额（元）': yuan,
  完成时间: v.pipe(v.string(), v.transform(readBeijingText), v.number()),
}
const row = v.variant('业务类型', [
  v.object({ ...common, 业务类型: v.literal('交易') }),
  v.object({ ...common, 业务类型: v.literal('退款'), '退款批次号/请求号': ours }),
])

/** Whose bill of which day it must be. */
interface Expected {
  readonly day: BillDay
  readonly sellerId: string
}

/**
 * A bill comes as several tables (every movement; sums by shop) between remarks that begin with `#`. Only the table
 * of movements is read, whole or not at all: its end and its totals are checked, for nobody signed the file.
 */
export function readAlipayBill(
  files: readonly Buffer[],
  expected: Expected,
): Result<readonly BillRow[], BillProblem> {
  // GB 18030 is what came after GBK, and reads it
  const decoder = new TextDecoder('gb18030')
  const tables = files.map((file) => linesOf(decoder.decode(file)))
  const movements = tables.filter((lines) => lines.some(isTitles))
  const [lines] = movements
  return lines === undefined || movements.length > 1 ? err('no-table') : readTable(lines, expected)
}

const isTitles = (line: string): boolean => line.trim().startsWith(FIRST_TITLE)
const cellsOf = (line: string): readonly string[] => line.split(SEPARATOR).map((cell) => cell.trim())

function readTable(lines: readonly string[], expected: Expected): Result<readonly BillRow[], BillProblem> {
  const titlesAt = lines.findIndex(isTitles)
  const endAt = lines.findIndex((line, index) => index > titlesAt && line.startsWith('#'))
  if (!END.test(lines[endAt] ?? '')) return err('cut-short')
  const problem = checkHead(lines.slice(0, titlesAt), expected)
  if (problem !== null) return err(problem)
  const names = cellsOf(lines[titlesAt] ?? '')
  const rows: BillRow[] = []
  for (const line of lines.slice(titlesAt + 1, endAt)) {
    const read = readRow(nameCells(names, cellsOf(line), SEPARATOR))
    if (read === null) return err('row')
    if (read.kind === 'payment' && billDayOf(read.at) !== expected.day) return err('another-day')
    rows.push(read)
  }
  return areTotalsRight(lines.slice(endAt), rows) ? ok(rows) : err('totals')
}

function checkHead(remarks: readonly string[], { day, sellerId }: Expected): BillProblem | null {
  for (const remark of remarks) {
    const [, account] = ACCOUNT.exec(remark) ?? []
    // an account is the seller's number and four digits more
    if (account !== undefined && !account.startsWith(sellerId)) return 'foreign'
    const [, ...date] = BEGINS.exec(remark) ?? []
    if (date.length > 0 && date.join('-') !== day) return 'another-day'
  }
  return null
}

function readRow(cells: Cells | null): BillRow | null {
  const parsed = v.safeParse(row, cells)
  if (!parsed.success) return null
  const told = parsed.output
  const numbers = {
    paymentId: told.商户订单号,
    transactionId: told.支付宝交易号,
    amount: told['订单金额（元）'],
    at: told.完成时间,
  }
  return told.业务类型 === '交易'
    ? { kind: 'payment', ...numbers }
    : { kind: 'refund', ...numbers, refundId: told['退款批次号/请求号'] }
}

function areTotalsRight(remarks: readonly string[], rows: readonly BillRow[]): boolean {
  const fits = (pattern: RegExp, kind: BillRow['kind']): boolean =>
    remarks
      .flatMap((remark) => pattern.exec(remark)?.[1] ?? [])
      .every((total) => Number(total) === rows.filter((one) => one.kind === kind).length)
  return fits(PAYMENTS, 'payment') && fits(REFUNDS, 'refund')
}
