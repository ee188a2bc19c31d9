import * as v from 'valibot'
import { fen } from '@/contracts/schemas'
import { unreachable } from '@/domain/result'
import { beijingIso, readIso } from '../../../cloudfunctions/_kernel/beijing-time'
import { isLoopback } from '../loopback'
import { merchant } from '../merchant'
import { isPaid, type Trade } from '../trade'
import type { TradeBook } from '../trade-book'

export interface Answer {
  readonly status: number
  /** Null: no body at all. */
  readonly body: object | null
}
export const refuse = (status: number, code: string, message: string): Answer => ({
  status,
  body: { code, message },
})
export const signError = refuse(401, 'SIGN_ERROR', '签名错误')
export const paramError = refuse(400, 'PARAM_ERROR', '参数错误')
const noSuchOrder = refuse(404, 'ORDER_NOT_EXIST', '订单不存在')
const orderPaid = refuse(400, 'ORDERPAID', '订单已支付')
const orderClosed = refuse(400, 'ORDER_CLOSED', '订单已关闭')

const cny = v.optional(v.literal('CNY'), 'CNY')
export const positive = v.pipe(
  fen,
  v.check((amount) => amount > 0),
)
export const number = v.pipe(v.string(), v.regex(/^[\w\-|*]{6,32}$/))
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
