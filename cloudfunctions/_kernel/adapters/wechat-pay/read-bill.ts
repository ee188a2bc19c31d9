import * as v from 'valibot'
import { type BillDay, billDayOf, type BillRow } from '@/domain/bill'
import { parseYuan } from '@/domain/money'
import { err, ok, type Result } from '@/domain/result'
import { type Cells, linesOf, nameCells } from '../wallets/bill-table'
import { readBeijingText } from '../../beijing-time'
import type { WeChatPayOptions } from '../wallet-config'

export type BillProblem = 'cut-short' | 'row' | 'foreign' | 'another-day'

/** Every cell begins with this, so that a spreadsheet does not round the numbers. */
const MARK = '`'
const SEPARATOR = `,${MARK}`
const TOTALS = '总交易单数'

const number = v.pipe(v.string(), v.minLength(1))
const yuan = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const amount = parseYuan(dataset.value)
    if (amount.ok) return amount.value
    addIssue()
    return NEVER
  }),
)
const owner = v.object({ 公众账号ID: v.string(), 商户号: v.string() })
/** What was done by hand at the wallet's desk has no number of ours, and is money all the same. */
const ours = v.string()
const common = {
  微信订单号: number,
  商户订单号: ours,
  货币种类: v.literal('CNY'),
  交易时间: v.pipe(v.string(), v.transform(readBeijingText), v.number()),
}
const line = v.variant('交易状态', [
  v.object({ ...common, 交易状态: v.literal('SUCCESS'), 订单金额: yuan }),
  v.object({
    ...common,
    交易状态: v.literal('REFUND'),
    商户退款单号: ours,
    申请退款金额: yuan,
    退款状态: v.picklist(['SUCCESS', 'PROCESSING', 'CHANGE', 'FAIL', 'REFUNDCLOSE']),
  }),
])
/** Nothing moved after all. */
const CAME_TO_NOTHING: ReadonlySet<string> = new Set(['FAIL', 'REFUNDCLOSE'])

/** A day's bill (titles, rows, titles of the totals, totals), read whole or not at all. */
export function readWeChatPayBill(
  text: string,
  day: BillDay,
  options: WeChatPayOptions,
): Result<readonly BillRow[], BillProblem> {
  const [titles = '', ...lines] = linesOf(text)
  const names = titles.split(',').map((name) => name.trim())
  const totalsAt = lines.findIndex((one) => one.startsWith(TOTALS))
  if (totalsAt < 0 || totalsAt !== lines.length - 2) return err('cut-short')
  const rows: BillRow[] = []
  for (const one of lines.slice(0, totalsAt)) {
    const read = readLine(one, names, options)
    if (!read.ok) return read
    if (read.value?.kind === 'payment' && billDayOf(read.value.at) !== day) return err('another-day')
    if (read.value !== null) rows.push(read.value)
  }
  return ok(rows)
}

/** Null for what is no movement of this app's money. */
function readLine(
  text: string,
  names: readonly string[],
  { appId, merchantId }: WeChatPayOptions,
): Result<BillRow | null, BillProblem> {
  const cells = text.startsWith(MARK) ? cut(text, names) : null
  const whose = v.safeParse(owner, cells)
  if (!whose.success) return err('row')
  if (whose.output.商户号 !== merchantId) return err('foreign')
  // one merchant number may take money for several apps, in ways that are not ours to read
  if (whose.output.公众账号ID !== appId) return ok(null)
  const parsed = v.safeParse(line, cells)
  if (!parsed.success) return err('row')
  const told = parsed.output
  const numbers = { paymentId: told.商户订单号, transactionId: told.微信订单号, at: told.交易时间 }
  if (told.交易状态 === 'SUCCESS') return ok({ kind: 'payment', ...numbers, amount: told.订单金额 })
  if (CAME_TO_NOTHING.has(told.退款状态)) return ok(null)
  return ok({ kind: 'refund', ...numbers, refundId: told.商户退款单号, amount: told.申请退款金额 })
}

const cut = (text: string, names: readonly string[]): Cells | null =>
  nameCells(names, text.slice(MARK.length).split(SEPARATOR), SEPARATOR)
