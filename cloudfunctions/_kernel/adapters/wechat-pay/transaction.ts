import * as v from 'valibot'
import { fen } from '@/contracts/schemas'
import { err, ok, type Result } from '@/domain/result'
import type { PaymentState } from '../../ports/payment-gateway'
import { readIso } from '../../beijing-time'
import type { WeChatPayOptions } from '../wallet-config'

const settled = {
  transaction_id: v.pipe(v.string(), v.minLength(1)),
  success_time: v.pipe(v.string(), v.transform(readIso), v.number()),
  amount: v.object({ total: fen, currency: v.literal('CNY') }),
}
const owner = { appid: v.string(), mchid: v.string(), out_trade_no: v.string() }

/** One trade as a query's reply and a notice tell it. */
const transaction = v.variant('trade_state', [
  v.object({ ...owner, ...settled, trade_state: v.picklist(['SUCCESS', 'REFUND']) }),
  v.object({
    ...owner,
    trade_state: v.picklist(['NOTPAY', 'USERPAYING', 'PAYERROR', 'CLOSED', 'REVOKED', 'ACCEPT']),
  }),
])

export interface TradeWord {
  readonly number: string
  readonly state: PaymentState
  /** Money went back since: only a query says so. */
  readonly isRefunded: boolean
}

/**
 * What the wallet says of a trade of this merchant and app. The signature covers the words but not the question they
 * answer: the same reply may be played back to another question, so whose trade it is must be compared.
 */
export function readTransaction(
  data: unknown,
  options: WeChatPayOptions,
): Result<TradeWord, 'malformed' | 'foreign'> {
  const parsed = v.safeParse(transaction, data)
  if (!parsed.success) return err('malformed')
  const trade = parsed.output
  if (trade.appid !== options.appId || trade.mchid !== options.merchantId) return err('foreign')
  const word = (state: PaymentState): Result<TradeWord, never> =>
    ok({ number: trade.out_trade_no, state, isRefunded: trade.trade_state === 'REFUND' })
  switch (trade.trade_state) {
    case 'SUCCESS':
    case 'REFUND':
      return word({
        status: 'paid',
        transactionId: trade.transaction_id,
        amount: trade.amount.total,
        paidAt: trade.success_time,
      })
    case 'CLOSED':
    case 'REVOKED':
      return word({ status: 'closed' })
    default:
      return word({ status: 'unpaid' })
  }
}
