import * as v from 'valibot'
import { err, ok, type Result } from '@/domain/result'
import { type EpochMs, HOUR, MINUTE } from '@/domain/time'
import type { PaymentGateway } from '../../ports/payment-gateway'
import { readBeijingText } from '../../beijing-time'
import type { AlipayOptions } from '../wallet-config'
import type { AlipayClient } from './alipay-client'
import { readTrade, tradeStatus } from './trade'

type Reading = Awaited<ReturnType<PaymentGateway['readNotice']>>
type Notice = Extract<Reading, { ok: true }>['value']
export type NoticeProblem = 'signature' | 'foreign' | 'stale' | 'shape'

/**
 * Alipay repeats a notice for 25 hours and may leave its time as it was, so an old one is not yet a recording; a
 * repeated one changes nothing, for the trade's number is the same.
 */
const MAX_AGE_MS = 26 * HOUR
const MAX_AHEAD_MS = 5 * MINUTE

const fields = v.object({
  app_id: v.string(),
  seller_id: v.string(),
  notify_time: v.string(),
  out_trade_no: v.string(),
  trade_no: v.string(),
  trade_status: tradeStatus,
  total_amount: v.string(),
  gmt_payment: v.optional(v.string()),
  refund_fee: v.optional(v.string()),
  gmt_refund: v.optional(v.string()),
})

/** Reads a notice from its raw form body: who signed it, then whose trade it is and when, then what it says. */
export function readAlipayNotice(
  body: string,
  { client, options, now }: { client: AlipayClient; options: AlipayOptions; now: EpochMs },
): Result<Notice, NoticeProblem> {
  const form = Object.fromEntries(new URLSearchParams(body))
  if (!client.isSigned(form)) return err('signature')
  const parsed = v.safeParse(fields, form)
  if (!parsed.success) return err('shape')
  const notice = parsed.output
  if (notice.app_id !== options.appId || notice.seller_id !== options.sellerId) return err('foreign')
  const sentAt = readBeijingText(notice.notify_time)
  if (sentAt === null) return err('shape')
  if (sentAt > now + MAX_AHEAD_MS || sentAt < now - MAX_AGE_MS) return err('stale')
  // a refund is told with the payment's own status, and must not be taken for another payment
  if (notice.refund_fee !== undefined || notice.gmt_refund !== undefined) return ok({ kind: 'other' })
  const state = readTrade(
    {
      status: notice.trade_status,
      tradeNo: notice.trade_no,
      totalAmount: notice.total_amount,
      paidAt: notice.gmt_payment,
    },
    now,
  )
  if (!state.ok) return err('shape')
  if (state.value.status !== 'paid') return ok({ kind: 'other' })
  const { transactionId, amount, paidAt } = state.value
  return ok({ kind: 'paid', paymentId: notice.out_trade_no, transactionId, amount, paidAt })
}
