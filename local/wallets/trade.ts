import * as v from 'valibot'
import { epochMs, fen } from '@/contracts/schemas'
import { addFen, type Fen, toFen } from '@/domain/money'
import { err, ok, type Result } from '@/domain/result'
import type { EpochMs } from '@/domain/time'

const refund = v.object({ number: v.string(), amount: fen, at: epochMs })
export type Refund = v.InferOutput<typeof refund>

/** One attempt to pay, as a wallet keeps it. */
export const trade = v.object({
  /** The merchant's number. */
  number: v.string(),
  /** What the payment sheet is opened with: a prepay id, or Alipay's trade number. */
  token: v.string(),
  amount: fen,
  description: v.string(),
  payer: v.string(),
  notifyUrl: v.string(),
  createdAt: epochMs,
  expiresAt: epochMs,
  state: v.variant('status', [
    v.object({ status: v.literal('unpaid') }),
    v.object({ status: v.literal('closed') }),
    v.object({
      status: v.literal('paid'),
      transactionId: v.string(),
      at: epochMs,
      refunds: v.array(refund),
      notice: v.object({ id: v.string(), sent: v.number(), isTaken: v.boolean() }),
    }),
  ]),
})
export type Trade = v.InferOutput<typeof trade>
type Paid = Extract<Trade['state'], { status: 'paid' }>
export type PaidTrade = Trade & { readonly state: Paid }
export type TradeRequest = Omit<Trade, 'token' | 'createdAt' | 'state'>

export const isPaid = (trade: Trade): trade is PaidTrade => trade.state.status === 'paid'

/** The trade as it is at `now`: nobody may pay after its time. */
export const current = (trade: Trade, now: EpochMs): Trade =>
  trade.state.status === 'unpaid' && now >= trade.expiresAt
    ? { ...trade, state: { status: 'closed' } }
    : trade

const FIXED = ['amount', 'description', 'payer', 'notifyUrl', 'expiresAt'] as const
/** A repeated number must come with the same content. */
export const isSameRequest = (trade: Trade, request: TradeRequest): boolean =>
  FIXED.every((field) => trade[field] === request[field])

export function payTrade(
  trade: Trade,
  payment: { readonly transactionId: string; readonly noticeId: string; readonly at: EpochMs },
): Result<PaidTrade, 'closed'> {
  if (isPaid(trade)) return ok(trade)
  if (trade.state.status === 'closed') return err('closed')
  const { transactionId, noticeId, at } = payment
  const notice = { id: noticeId, sent: 0, isTaken: false }
  return ok({ ...trade, state: { status: 'paid', transactionId, at, refunds: [], notice } })
}

export function closeTrade(trade: Trade): Result<Trade, 'paid'> {
  return isPaid(trade) ? err('paid') : ok({ ...trade, state: { status: 'closed' } })
}

export const refundedOf = (trade: PaidTrade): Fen =>
  trade.state.refunds.reduce<Fen>((sum, { amount }) => addFen(sum, amount), toFen(0))

/** The same refund number moves money once, and never more goes back than was paid. */
export function refundTrade(
  trade: Trade,
  asked: Refund,
): Result<PaidTrade, 'unpaid' | 'different' | 'too-much'> {
  if (!isPaid(trade)) return err('unpaid')
  const known = trade.state.refunds.find(({ number }) => number === asked.number)
  if (known !== undefined) return known.amount === asked.amount ? ok(trade) : err('different')
  if (addFen(refundedOf(trade), asked.amount) > trade.amount) return err('too-much')
  return ok({ ...trade, state: { ...trade.state, refunds: [...trade.state.refunds, asked] } })
}
