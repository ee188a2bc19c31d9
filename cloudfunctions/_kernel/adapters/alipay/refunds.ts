import * as v from 'valibot'
import type { PaymentId } from '@/domain/ids'
import { formatYuan, parseYuan } from '@/domain/money'
import { err, ok, type Result } from '@/domain/result'
import type { Refused, RefundRequest, RefundState, Unknown } from '../../ports/payment-gateway'
import { cutBytes } from '../wallets/cut-bytes'
import { notKnown } from '../wallets/unknown-outcome'
import { type AlipayDesk, NEVER_SEEN } from './desk'

const MAX_REASON_BYTES = 256

interface Numbers {
  readonly paymentId: PaymentId
  readonly refundId: string
}
const inAlipaysWords = ({ paymentId, refundId }: Numbers) => ({
  out_trade_no: paymentId,
  out_request_no: refundId,
})

const refunded = v.object({ outTradeNo: v.string(), fundChange: v.picklist(['Y', 'N']) })

export async function refundTrade(
  desk: AlipayDesk,
  request: RefundRequest,
): Promise<Result<{ readonly done: boolean }, Unknown | Refused>> {
  const reply = await desk.client.call('alipay.trade.refund', {
    bizContent: {
      ...inAlipaysWords(request),
      refund_amount: formatYuan(request.amount),
      refund_reason: cutBytes(request.reason, MAX_REASON_BYTES),
    },
  })
  if (!reply.ok) return err(desk.refuse('refund', reply.error))
  const parsed = v.safeParse(refunded, reply.value)
  if (!parsed.success || parsed.output.outTradeNo !== request.paymentId)
    return notKnown('Reply is about another refund')
  // "no money moved" is what a repeated refund answers, and also one that is under way: only asking tells
  if (parsed.output.fundChange === 'Y') return ok({ done: true })
  const state = await queryRefund(desk, request)
  return state.ok ? ok({ done: state.value.status === 'done' }) : state
}

const known = v.object({
  outTradeNo: v.string(),
  outRequestNo: v.string(),
  refundStatus: v.optional(v.string()),
  refundAmount: v.optional(v.string(), ''),
})

/** A refund that is not there is a success that names none: it was never taken, or came to nothing at once. */
export async function queryRefund(desk: AlipayDesk, asked: Numbers): Promise<Result<RefundState, Unknown>> {
  const bizContent = inAlipaysWords(asked)
  const reply = await desk.client.call('alipay.trade.fastpay.refund.query', { bizContent })
  if (!reply.ok) {
    if (reply.error.code === 'unknown') return err(reply.error)
    return reply.error.name === NEVER_SEEN ? ok({ status: 'none' }) : notKnown(reply.error.name)
  }
  const parsed = v.safeParse(known, reply.value)
  if (!parsed.success) return ok({ status: 'none' })
  const { outTradeNo, outRequestNo, refundStatus, refundAmount } = parsed.output
  if (outTradeNo !== asked.paymentId || outRequestNo !== asked.refundId)
    return notKnown('Reply is about another refund')
  if (refundStatus !== 'REFUND_SUCCESS') return ok({ status: 'under-way' })
  const amount = parseYuan(refundAmount)
  return amount.ok ? ok({ status: 'done', amount: amount.value }) : notKnown('Reply is malformed')
}
