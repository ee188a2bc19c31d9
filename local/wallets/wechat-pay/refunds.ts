import * as v from 'valibot'
import { unreachable } from '@/domain/result'
import type { RefundFault } from '../faults'
import type { PaidTrade } from '../trade'
import type { TradeBook } from '../trade-book'
import { type Answer, number, paramError, positive, refuse } from './answers'

const refundRequest = v.object({
  out_trade_no: number,
  out_refund_no: v.pipe(v.string(), v.regex(/^[\w\-|*@]{1,64}$/)),
  reason: v.optional(v.string()),
  amount: v.object({ refund: positive, total: positive, currency: v.literal('CNY') }),
})
type Status = 'PROCESSING' | 'SUCCESS' | 'ABNORMAL'

/** The money is on its way at first and there when asked again, as with the real wallet. */
export function refund(book: TradeBook, body: unknown, fault: RefundFault | null): Answer {
  const parsed = v.safeParse(refundRequest, body)
  if (!parsed.success) return paramError
  const { out_trade_no, out_refund_no, amount } = parsed.output
  const known = book.byNumber(out_trade_no)
  if (known !== null && known.amount !== amount.total) return paramError
  const done = book.refund(out_trade_no, { number: out_refund_no, amount: amount.refund })
  if (done.ok) {
    const status = done.value.isFirst ? 'PROCESSING' : statusUnder(fault)
    return refundAnswer(done.value.trade, out_refund_no, status)
  }
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

export function queryRefund(book: TradeBook, refundNumber: string, fault: RefundFault | null): Answer {
  const trade = book.paid().find(({ state }) => state.refunds.some((one) => one.number === refundNumber))
  return trade === undefined
    ? refuse(404, 'RESOURCE_NOT_EXISTS', '退款单不存在')
    : refundAnswer(trade, refundNumber, statusUnder(fault))
}

function statusUnder(fault: RefundFault | null): Status {
  if (fault === 'processing') return 'PROCESSING'
  return fault === 'failed' ? 'ABNORMAL' : 'SUCCESS'
}

function refundAnswer(trade: PaidTrade, refundNumber: string, status: Status): Answer {
  const refunded = trade.state.refunds.find((one) => one.number === refundNumber)
  return {
    status: 200,
    body: {
      refund_id: `503${trade.state.transactionId.slice(3)}`,
      out_refund_no: refundNumber,
      transaction_id: trade.state.transactionId,
      out_trade_no: trade.number,
      channel: 'ORIGINAL',
      status,
      amount: { total: trade.amount, refund: refunded?.amount, currency: 'CNY' },
    },
  }
}
