import { err, ok, type Result } from '@/domain/result'
import type { Clock } from '../../cloudfunctions/_kernel/ports/clock'
import {
  closeTrade,
  isPaid,
  isSameRequest,
  type PaidTrade,
  payTrade,
  type Refund,
  refundTrade,
  type Trade,
  type TradeRequest,
} from './trade'
import { openTradeStore, type TradeStore } from './trade-store'

/** A trade after something that counts once; `isFirst` tells whether this was the time that counted. */
interface Once {
  readonly trade: PaidTrade
  readonly isFirst: boolean
}

export interface TradeBook extends Pick<TradeStore, 'byNumber' | 'byToken' | 'saved' | 'close'> {
  /** Opens a trade, or finds the one that is open under this number. */
  open(request: TradeRequest): Result<Trade, 'paid' | 'closed' | 'different'>
  /** Paying twice is paying once. */
  pay(token: string): Result<Once, 'missing' | 'closed'>
  /** From now on nobody can pay it. */
  shut(number: string): Result<Trade, 'missing' | 'paid'>
  refund(
    number: string,
    refund: Omit<Refund, 'at'>,
  ): Result<Once, 'missing' | 'unpaid' | 'different' | 'too-much'>
  /** Trades that were paid, whatever went back since. */
  paid(): readonly PaidTrade[]
  /** Counts a notice that went out, and whether the merchant took it. */
  countNotice(trade: PaidTrade, isTaken: boolean): PaidTrade
  /** Paid trades whose merchant has not taken the notice. */
  untold(): readonly PaidTrade[]
}

interface BookOptions {
  readonly file: string
  readonly clock: Clock
  readonly makeToken: () => string
  readonly makeTransactionId: (token: string) => string
  readonly makeNoticeId: () => string
}

/** What a wallet does with its trades. Nothing here waits, so no two requests see the same moment. */
export async function openTradeBook(options: BookOptions): Promise<TradeBook> {
  const store = await openTradeStore(options.file, options.clock)
  const now = (): number => options.clock.now()
  const paid = (): readonly PaidTrade[] => store.all().filter(isPaid)
  const keep = (before: Trade, after: PaidTrade): Once => {
    const isFirst = after !== before
    return { trade: isFirst ? store.write(after) : after, isFirst }
  }
  return {
    ...store,

    open(request) {
      const known = store.byNumber(request.number)
      if (known === null) {
        const opened = { ...request, token: options.makeToken(), createdAt: now() }
        return ok(store.write({ ...opened, state: { status: 'unpaid' } }))
      }
      if (known.state.status !== 'unpaid') return err(known.state.status)
      return isSameRequest(known, request) ? ok(known) : err('different')
    },

    pay(token) {
      const trade = store.byToken(token)
      if (trade === null) return err('missing')
      const transactionId = options.makeTransactionId(trade.token)
      const paid = payTrade(trade, { transactionId, noticeId: options.makeNoticeId(), at: now() })
      return paid.ok ? ok(keep(trade, paid.value)) : paid
    },

    shut(number) {
      const trade = store.byNumber(number)
      if (trade === null) return err('missing')
      const closed = closeTrade(trade)
      return closed.ok ? ok(store.write(closed.value)) : closed
    },

    refund(number, refund) {
      const trade = store.byNumber(number)
      if (trade === null) return err('missing')
      const refunded = refundTrade(trade, { ...refund, at: now() })
      return refunded.ok ? ok(keep(trade, refunded.value)) : refunded
    },

    countNotice({ number }, isTaken) {
      const trade = store.byNumber(number)
      if (trade === null || !isPaid(trade)) throw new Error(`Trade ${number} was paid and is not any more`)
      const { notice } = trade.state
      const counted = { ...notice, sent: notice.sent + 1, isTaken: notice.isTaken || isTaken }
      return store.write({ ...trade, state: { ...trade.state, notice: counted } })
    },

    paid,
    untold: () => paid().filter(({ state }) => !state.notice.isTaken),
  }
}
