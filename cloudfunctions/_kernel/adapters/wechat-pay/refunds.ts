import * as v from 'valibot'
import { fen } from '@/contracts/schemas'
import type { PaymentId } from '@/domain/ids'
import { err, ok, type Result } from '@/domain/result'
import type { Refused, RefundRequest, RefundState, Unknown } from '../../ports/payment-gateway'
import { cutBytes } from '../wallets/cut-bytes'
import { notKnown } from '../wallets/unknown-outcome'
import type { WeChatPayDesk } from './desk'

const MAX_REASON_BYTES = 80
const PATH = 'v3/refund/domestic/refunds'
const NEVER_SEEN: ReadonlySet<string> = new Set(['RESOURCE_NOT_EXISTS', 'REFUND_NOT_EXISTS'])

const refunded = v.object({
  out_refund_no: v.string(),
  out_trade_no: v.string(),
  status: v.picklist(['SUCCESS', 'PROCESSING', 'CLOSED', 'ABNORMAL']),
  amount: v.object({ refund: fen, currency: v.literal('CNY') }),
})
interface Numbers {
  readonly paymentId: PaymentId
  readonly refundId: string
}

/** What the wallet says of the very refund that was asked about: its signature does not cover the question. */
function readRefund(data: unknown, asked: Numbers): Result<v.InferOutput<typeof refunded>, Unknown> {
  const parsed = v.safeParse(refunded, data)
  if (!parsed.success) return notKnown('Reply is malformed')
  const { out_refund_no, out_trade_no } = parsed.output
  const isAsked = out_refund_no === asked.refundId && out_trade_no === asked.paymentId
  return isAsked ? ok(parsed.output) : notKnown('Reply is about another refund')
}

const failure = (status: string): string => `refund-${status.toLowerCase()}`

export async function refundTrade(
  desk: WeChatPayDesk,
  request: RefundRequest,
): Promise<Result<{ readonly done: boolean }, Unknown | Refused>> {
  const body = {
    out_trade_no: request.paymentId,
    out_refund_no: request.refundId,
    reason: cutBytes(request.reason, MAX_REASON_BYTES),
    amount: { refund: request.amount, total: request.total, currency: 'CNY' },
  }
  const reply = await desk.call({ method: 'post', path: PATH, body })
  if (!reply.ok) return err(desk.refuse('refund', reply.error))
  const refund = readRefund(reply.value.data, request)
  if (!refund.ok) return refund
  const { status } = refund.value
  if (status === 'SUCCESS' || status === 'PROCESSING') return ok({ done: status === 'SUCCESS' })
  // the buyer's card is gone or the like: only a person can send this money back
  desk.log.alarm('refund-stuck', { wallet: 'wechat-pay', refundId: request.refundId, status })
  return err({ code: 'refused', reason: failure(status) })
}

export async function queryRefund(
  desk: WeChatPayDesk,
  asked: Numbers,
): Promise<Result<RefundState, Unknown>> {
  const path = `${PATH}/${encodeURIComponent(asked.refundId)}`
  const reply = await desk.call({ method: 'get', path })
  if (!reply.ok) {
    if (reply.error.code === 'unknown') return err(reply.error)
    // asking for it again under the same number is harmless, so an unsigned refusal is believed here
    return NEVER_SEEN.has(reply.error.name) ? ok({ status: 'none' }) : notKnown(reply.error.name)
  }
  const refund = readRefund(reply.value.data, asked)
  if (!refund.ok) return refund
  const { status, amount } = refund.value
  if (status === 'SUCCESS') return ok({ status: 'done', amount: amount.refund })
  return ok(status === 'PROCESSING' ? { status: 'under-way' } : { status: 'failed', reason: failure(status) })
}
