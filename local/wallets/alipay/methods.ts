import * as v from 'valibot'
import { formatYuan, parseYuan } from '@/domain/money'
import { unreachable } from '@/domain/result'
import { beijingText, readBeijingText } from '../../../cloudfunctions/_kernel/adapters/wallets/beijing-time'
import type { OneTimeCodes } from '../../identity/one-time-codes'
import { merchant } from '../merchant'
import { isPaid, refundedOf, type Trade } from '../trade'
import type { TradeBook } from '../trade-book'

/** What goes under `…_response`; sign-in refusals go under `error_response` instead, as with the real gateway. */
export type Answer = Readonly<Record<string, string>>
const success = (fields: Answer): Answer => ({ code: '10000', msg: 'Success', ...fields })
const failure = (subCode: string, subMsg: string): Answer => ({
  code: '40004',
  msg: 'Business Failed',
  sub_code: subCode,
  sub_msg: subMsg,
})
export const invalid = (subCode: string, subMsg: string): Answer => ({
  code: '40002',
  msg: 'Invalid Arguments',
  sub_code: subCode,
  sub_msg: subMsg,
})
const badParameter = invalid('isv.invalid-parameter', '参数无效')
const noSuchTrade = failure('ACQ.TRADE_NOT_EXIST', '交易不存在')

const number = v.pipe(v.string(), v.regex(/^\w{1,64}$/))
const yuan = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const amount = parseYuan(dataset.value)
    if (amount.ok && amount.value > 0) return amount.value
    addIssue()
    return NEVER
  }),
)
const createRequest = v.object({
  out_trade_no: number,
  total_amount: yuan,
  subject: v.pipe(v.string(), v.minLength(1), v.maxLength(256), v.regex(/^[^/=&]*$/)),
  product_code: v.literal('JSAPI_PAY'),
  op_app_id: v.literal(merchant.alipayAppId),
  buyer_open_id: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
  time_expire: v.pipe(v.string(), v.transform(readBeijingText), v.number()),
})

export function create(book: TradeBook, content: unknown, notifyUrl: string): Answer {
  const parsed = v.safeParse(createRequest, content)
  if (!parsed.success) return badParameter
  const asked = parsed.output
  const opened = book.open({
    number: asked.out_trade_no,
    amount: asked.total_amount,
    description: asked.subject,
    payer: asked.buyer_open_id,
    notifyUrl,
    expiresAt: asked.time_expire,
  })
  if (opened.ok) return success({ out_trade_no: opened.value.number, trade_no: opened.value.token })
  switch (opened.error) {
    case 'paid':
      return failure('ACQ.TRADE_HAS_SUCCESS', '交易已被支付')
    case 'closed':
      return failure('ACQ.TRADE_HAS_CLOSE', '交易已经关闭')
    case 'different':
      return failure('ACQ.CONTEXT_INCONSISTENT', '交易信息被篡改')
    default:
      return unreachable(opened.error)
  }
}

const byNumber = v.object({ out_trade_no: number })

export function query(book: TradeBook, content: unknown): Answer {
  const parsed = v.safeParse(byNumber, content)
  if (!parsed.success) return badParameter
  const trade = book.byNumber(parsed.output.out_trade_no)
  if (trade === null) return noSuchTrade
  return success({
    out_trade_no: trade.number,
    trade_no: trade.token,
    trade_status: tradeStatus(trade),
    total_amount: formatYuan(trade.amount),
    buyer_open_id: trade.payer,
    ...(isPaid(trade) && { send_pay_date: beijingText(trade.state.at) }),
  })
}

/** A trade that was wholly refunded is told as closed, like one that was never paid. */
export function tradeStatus(trade: Trade): string {
  if (isPaid(trade)) return refundedOf(trade) === trade.amount ? 'TRADE_CLOSED' : 'TRADE_SUCCESS'
  return trade.state.status === 'unpaid' ? 'WAIT_BUYER_PAY' : 'TRADE_CLOSED'
}

export function close(book: TradeBook, content: unknown): Answer {
  const parsed = v.safeParse(byNumber, content)
  if (!parsed.success) return badParameter
  const trade = book.byNumber(parsed.output.out_trade_no)
  if (trade === null) return noSuchTrade
  if (trade.state.status !== 'unpaid') return failure('ACQ.TRADE_STATUS_ERROR', '交易状态不合法')
  book.shut(trade.number)
  return success({ out_trade_no: trade.number, trade_no: trade.token })
}

const refundRequest = v.object({ out_trade_no: number, out_request_no: number, refund_amount: yuan })

export function refund(book: TradeBook, content: unknown): Answer {
  const parsed = v.safeParse(refundRequest, content)
  if (!parsed.success) return badParameter
  const { out_trade_no, out_request_no, refund_amount } = parsed.output
  const done = book.refund(out_trade_no, { number: out_request_no, amount: refund_amount })
  if (done.ok) {
    const { trade, isFirst } = done.value
    return success({
      out_trade_no: trade.number,
      trade_no: trade.token,
      fund_change: isFirst ? 'Y' : 'N',
      refund_fee: formatYuan(refundedOf(trade)),
    })
  }
  switch (done.error) {
    case 'missing':
      return noSuchTrade
    case 'unpaid':
      return failure('ACQ.TRADE_STATUS_ERROR', '交易状态不合法')
    case 'different':
      return failure('ACQ.REASON_TRADE_REFUND_FEE_ERR', '退款金额与之前不一致')
    case 'too-much':
      return failure('ACQ.REFUND_AMT_NOT_EQUAL_TOTAL', '退款金额超限')
    default:
      return unreachable(done.error)
  }
}

const refundQueryRequest = v.object({ out_trade_no: number, out_request_no: number })

/** A refund that is not there is a success without a status, which is how the real gateway says it. */
export function refundQuery(book: TradeBook, content: unknown): Answer {
  const parsed = v.safeParse(refundQueryRequest, content)
  if (!parsed.success) return badParameter
  const trade = book.byNumber(parsed.output.out_trade_no)
  if (trade === null) return noSuchTrade
  const wanted = parsed.output.out_request_no
  const found = isPaid(trade) ? trade.state.refunds.find((one) => one.number === wanted) : undefined
  if (found === undefined) return success({})
  return success({
    out_trade_no: trade.number,
    trade_no: trade.token,
    out_request_no: found.number,
    refund_status: 'REFUND_SUCCESS',
    refund_amount: formatYuan(found.amount),
  })
}

/** `alipay.system.oauth.token`, which also tells the name and picture that the real one tells elsewhere. */
export function token(codes: OneTimeCodes, params: Readonly<Record<string, string>>): Answer {
  if (params['grant_type'] !== 'authorization_code') return badParameter
  const persona = codes.take('alipay', params['code'] ?? '')
  if (persona === 'unknown') return invalid('isv.code-invalid', '授权码无效')
  if (persona === 'used') return invalid('isv.code-is-old', '授权码已被使用')
  return {
    open_id: persona.hostUserId,
    access_token: `authusr${persona.hostUserId}`,
    expires_in: '1296000',
    nick_name: persona.nickname,
    avatar: persona.avatarUrl,
  }
}
