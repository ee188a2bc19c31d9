import * as v from 'valibot'
import { formatYuan, parseYuan } from '@/domain/money'
import { unreachable } from '@/domain/result'
import { beijingText, readBeijingText } from '../../../cloudfunctions/_kernel/beijing-time'
import type { OneTimeCodes } from '../../identity/one-time-codes'
import type { MessageRefusal } from '../../inbox/take-message'
import { merchant } from '../merchant'
import { isPaid, refundedOf, type Trade } from '../trade'
import type { TradeBook } from '../trade-book'
import { type Answer, badParameter, failure, invalid, noSuchTrade, success } from './answer'

export const number = v.pipe(v.string(), v.regex(/^\w{1,64}$/))
export const yuan = v.pipe(
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

const REFUSED_MESSAGE: Readonly<Record<MessageRefusal, Answer>> = {
  malformed: badParameter,
  nobody: failure('USER_NOT_EXIST', '用户不存在'),
  template: failure('USER_TEMPLATE_ILLEGAL', '模板非法'),
}

export const message = (refusal: MessageRefusal | null): Answer =>
  refusal === null ? success({}) : REFUSED_MESSAGE[refusal]

const codeRequest = v.object({
  url_param: v.pipe(v.string(), v.regex(/^[\w/]+$/)),
  query_param: v.pipe(v.string(), v.minLength(1), v.maxLength(256)),
  describe: v.pipe(v.string(), v.minLength(1), v.maxLength(32)),
})

/** `alipay.open.app.qrcode.create` */
export const code = (content: unknown, address: string): Answer =>
  v.is(codeRequest, content) ? success({ qr_code_url: address }) : badParameter

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
