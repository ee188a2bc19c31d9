import * as v from 'valibot'
import { fen } from '@/contracts/schemas'
import { unreachable } from '@/domain/result'
import { beijingIso, readIso } from '../../../cloudfunctions/_kernel/adapters/wallets/beijing-time'
import { isLoopback } from '../loopback'
import { merchant } from '../merchant'
import { isPaid, type PaidTrade, type Trade } from '../trade'
import type { TradeBook } from '../trade-book'

export interface Answer {
  readonly status: number
  /** Null: no body at all. */
  readonly body: object | null
}
const refuse = (status: number, code: string, message: string): Answer => ({
  status,
  body: { code, message },
})
export const signError = refuse(401, 'SIGN_ERROR', '签名错误')
const paramError = refuse(400, 'PARAM_ERROR', '参数错误')
const noSuchOrder = refuse(404, 'ORDER_NOT_EXIST', '订单不存在')
const orderPaid = refuse(400, 'ORDERPAID', '订单已支付')
const orderClosed = refuse(400, 'ORDER_CLOSED', '订单已关闭')

const cny = v.optional(v.literal('CNY'), 'CNY')
const positive = v.pipe(
  fen,
  v.check((amount) => amount > 0),
)
const number = v.pipe(v.string(), v.regex(/^[\w\-|*]{6,32}$/))
const loopback = v.pipe(v.string(), v.check(isLoopback))

const createRequest = v.object({
  appid: v.literal(merchant.wechatAppId),
  mchid: v.literal(merchant.wechatMerchantId),
  description: v.pipe(v.string(), v.minLength(1), v.maxLength(127)),
  out_trade_no: number,
  time_expire: v.pipe(v.string(), v.transform(readIso), v.number()),
  notify_url: loopback,
  amount: v.object({ total: positive, currency: cny }),
  payer: v.object({ openid: v.pipe(v.string(), v.minLength(1), v.maxLength(128)) }),
})

export function create(book: TradeBook, body: unknown): Answer {
  const parsed = v.safeParse(createRequest, body)
  if (!parsed.success) return paramError
  const asked = parsed.output
  const opened = book.open({
    number: asked.out_trade_no,
    amount: asked.amount.total,
    description: asked.description,
    payer: asked.payer.openid,
    notifyUrl: asked.notify_url,
    expiresAt: asked.time_expire,
  })
  if (opened.ok) return { status: 200, body: { prepay_id: opened.value.token } }
  switch (opened.error) {
    case 'paid':
      return orderPaid
    case 'closed':
      return orderClosed
    case 'different':
      return refuse(403, 'OUT_TRADE_NO_USED', '商户订单号重复')
    default:
      return unreachable(opened.error)
  }
}

export function query(book: TradeBook, tradeNumber: string, mchid: string | undefined): Answer {
  if (mchid !== merchant.wechatMerchantId) return paramError
  const trade = book.byNumber(tradeNumber)
  return trade === null ? noSuchOrder : { status: 200, body: transaction(trade) }
}

const closeRequest = v.object({ mchid: v.literal(merchant.wechatMerchantId) })

export function close(book: TradeBook, tradeNumber: string, body: unknown): Answer {
  if (!v.is(closeRequest, body)) return paramError
  const closed = book.shut(tradeNumber)
  if (closed.ok) return { status: 204, body: null }
  return closed.error === 'missing' ? noSuchOrder : orderPaid
}

const refundRequest = v.object({
  out_trade_no: number,
  out_refund_no: v.pipe(v.string(), v.regex(/^[\w\-|*@]{1,64}$/)),
  reason: v.optional(v.string()),
  amount: v.object({ refund: positive, total: positive, currency: v.literal('CNY') }),
})

export function refund(book: TradeBook, body: unknown): Answer {
  const parsed = v.safeParse(refundRequest, body)
  if (!parsed.success) return paramError
  const { out_trade_no, out_refund_no, amount } = parsed.output
  const known = book.byNumber(out_trade_no)
  if (known !== null && known.amount !== amount.total) return paramError
  const done = book.refund(out_trade_no, { number: out_refund_no, amount: amount.refund })
  if (done.ok) return refundAnswer(done.value.trade, out_refund_no, done.value.isFirst)
  switch (done.error) {
    case 'missing':
      return refuse(404, 'RESOURCE_NOT_EXISTS', '订单不存在')
    case 'unpaid':
      return refuse(400, 'INVALID_REQUEST', '订单未支付')
    case 'different':
      return refuse(400, 'INVALID_REQUEST', '退款单号已用于其他金额')
    case 'too-much':
      return refuse(400, 'INVALID_REQUEST', '退款金额超过可退金额')
    default:
      return unreachable(done.error)
  }
}

/** The money is on its way at first and there when asked again, as with the real wallet. */
function refundAnswer(trade: PaidTrade, refundNumber: string, isFirst: boolean): Answer {
  const refunded = trade.state.refunds.find((one) => one.number === refundNumber)
  return {
    status: 200,
    body: {
      refund_id: `503${trade.state.transactionId.slice(3)}`,
      out_refund_no: refundNumber,
      transaction_id: trade.state.transactionId,
      out_trade_no: trade.number,
      channel: 'ORIGINAL',
      status: isFirst ? 'PROCESSING' : 'SUCCESS',
      amount: { total: trade.amount, refund: refunded?.amount, currency: 'CNY' },
    },
  }
}

const TRADE_STATE = { unpaid: 'NOTPAY', closed: 'CLOSED', paid: 'SUCCESS' } as const

/** A trade as queries and notices tell it. */
export function transaction(trade: Trade): object {
  const common = {
    appid: merchant.wechatAppId,
    mchid: merchant.wechatMerchantId,
    out_trade_no: trade.number,
    trade_type: 'JSAPI',
    payer: { openid: trade.payer },
  }
  if (!isPaid(trade)) return { ...common, trade_state: TRADE_STATE[trade.state.status] }
  return {
    ...common,
    trade_state: trade.state.refunds.length > 0 ? 'REFUND' : 'SUCCESS',
    trade_state_desc: '支付成功',
    transaction_id: trade.state.transactionId,
    bank_type: 'OTHERS',
    success_time: beijingIso(trade.state.at),
    amount: { total: trade.amount, payer_total: trade.amount, currency: 'CNY', payer_currency: 'CNY' },
  }
}
