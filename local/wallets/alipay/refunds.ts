import * as v from 'valibot'
import { formatYuan } from '@/domain/money'
import { unreachable } from '@/domain/result'
import type { RefundFault } from '../faults'
import { isPaid, refundedOf } from '../trade'
import type { TradeBook } from '../trade-book'
import { type Answer, badParameter, failure, noSuchTrade, success } from './answer'
import { number, yuan } from './methods'

const refundRequest = v.object({ out_trade_no: number, out_request_no: number, refund_amount: yuan })

export function refund(book: TradeBook, content: unknown, fault: RefundFault | null): Answer {
  const parsed = v.safeParse(refundRequest, content)
  if (!parsed.success) return badParameter
  if (fault === 'failed') return failure('ACQ.SELLER_BALANCE_NOT_ENOUGH', '卖家余额不足')
  const { out_trade_no, out_request_no, refund_amount } = parsed.output
  const done = book.refund(out_trade_no, { number: out_request_no, amount: refund_amount })
  if (done.ok) {
    const { trade, isFirst } = done.value
    return success({
      out_trade_no: trade.number,
      trade_no: trade.token,
      fund_change: isFirst && fault === null ? 'Y' : 'N',
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
export function refundQuery(book: TradeBook, content: unknown, fault: RefundFault | null): Answer {
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
    ...(fault !== 'processing' && { refund_status: 'REFUND_SUCCESS' }),
    refund_amount: formatYuan(found.amount),
  })
}
