import * as v from 'valibot'
import { parseYuan } from '@/domain/money'
import { err, ok, type Result } from '@/domain/result'
import type { EpochMs } from '@/domain/time'
import type { PaymentState } from '../../ports/payment-gateway'
import { readBeijingText } from '../../beijing-time'

export const tradeStatus = v.picklist(['WAIT_BUYER_PAY', 'TRADE_SUCCESS', 'TRADE_FINISHED', 'TRADE_CLOSED'])

export interface AlipayTrade {
  readonly status: v.InferOutput<typeof tradeStatus>
  readonly tradeNo: string
  readonly totalAmount: string
  /** Beijing time text; absent on a trade that was never paid. */
  readonly paidAt: string | undefined
}

/** A trade's words turned into ours. A trade that was paid and wholly refunded is `TRADE_CLOSED` too. */
export function readTrade(trade: AlipayTrade, now: EpochMs): Result<PaymentState, 'malformed'> {
  if (trade.status === 'WAIT_BUYER_PAY') return ok({ status: 'unpaid' })
  if (trade.status === 'TRADE_CLOSED' && trade.paidAt === undefined) return ok({ status: 'closed' })
  const amount = parseYuan(trade.totalAmount)
  const paidAt = trade.paidAt === undefined ? now : readBeijingText(trade.paidAt)
  if (!amount.ok || paidAt === null) return err('malformed')
  return ok({ status: 'paid', transactionId: trade.tradeNo, amount: amount.value, paidAt })
}
