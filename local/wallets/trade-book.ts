import * as v from 'valibot'
import { err, ok, type Result } from '@/domain/result'
import type { Clock } from '../../cloudfunctions/_kernel/ports/clock'
import { openJournal } from './journal'
import {
  closeTrade,
  current,
  isPaid,
  isSameRequest,
  type PaidTrade,
  payTrade,
  type Refund,
  refundTrade,
  trade as tradeSchema,
  type Trade,
  type TradeRequest,
} from './trade'

export interface TradeBook {
  /** Opens a trade, or finds the one that is open under this number. */
  open(request: TradeRequest): Result<Trade, 'paid' | 'closed' | 'different'>
  byNumber(number: string): Trade | null
  byToken(token: string): Trade | null
  /** Paying twice is paying once; `isFirst` tells which it was. */
  pay(token: string): Result<{ readonly trade: PaidTrade; readonly isFirst: boolean }, 'missing' | 'closed'>
  close(number: string): Result<void, 'missing' | 'paid'>
  refund(
    number: string,
    refund: Omit<Refund, 'at'>,
  ): Result<
    { readonly trade: PaidTrade; readonly isFirst: boolean },
    'missing' | 'unpaid' | 'different' | 'too-much'
  >
  /** Counts a notice that went out, and whether the merchant took it. */
  countNotice(number: string, isTaken: boolean): PaidTrade | null
  /** Paid trades whose merchant has not taken the notice. */
  untold(): readonly PaidTrade[]
  /** Resolves when everything done so far is in the file. */
  saved(): Promise<void>
  closeFile(): Promise<void>
}

interface BookOptions {
  readonly file: string
  readonly clock: Clock
  readonly makeToken: () => string
  readonly makeTransactionId: (token: string) => string
  readonly makeNoticeId: () => string
}

function newest(lines: readonly unknown[]): readonly Trade[] {
  const trades = new Map<string, Trade>()
  for (const line of lines) {
    const parsed = v.safeParse(tradeSchema, line)
    if (parsed.success) trades.set(parsed.output.number, parsed.output)
  }
  return [...trades.values()]
}

/** A wallet's trades, in memory and in a file that a restart reads back. */
export async function openTradeBook(options: BookOptions): Promise<TradeBook> {
  const { clock } = options
  const { entries, journal } = await openJournal(options.file, newest)
  const trades = new Map(entries.map((entry) => [entry.number, entry]))
  const numbers = new Map(entries.map((entry) => [entry.token, entry.number]))
  let lastWrite: Promise<void> = Promise.resolve()

  const write = <T extends Trade>(trade: T): T => {
    trades.set(trade.number, trade)
    numbers.set(trade.token, trade.number)
    lastWrite = journal.append(trade)
    return trade
  }
  const find = (number: string | undefined): Trade | null => {
    const trade = number === undefined ? undefined : trades.get(number)
    return trade === undefined ? null : current(trade, clock.now())
  }

  return {
    byNumber: find,
    byToken: (token) => find(numbers.get(token)),
    open: (request) => openOrFind(request, find(request.number), (trade) => write(trade)),

    pay(token) {
      const trade = find(numbers.get(token))
      if (trade === null) return err('missing')
      const at = clock.now()
      const paid = payTrade(trade, {
        transactionId: options.makeTransactionId(trade.token),
        noticeId: options.makeNoticeId(),
        at,
      })
      if (!paid.ok) return paid
      const isFirst = paid.value !== trade
      return ok({ trade: isFirst ? write(paid.value) : paid.value, isFirst })
    },

    close(number) {
      const trade = find(number)
      if (trade === null) return err('missing')
      const closed = closeTrade(trade)
      if (!closed.ok) return closed
      write(closed.value)
      return ok(undefined)
    },

    refund(number, refund) {
      const trade = find(number)
      if (trade === null) return err('missing')
      const refunded = refundTrade(trade, { ...refund, at: clock.now() })
      if (!refunded.ok) return refunded
      const isFirst = refunded.value !== trade
      return ok({ trade: isFirst ? write(refunded.value) : refunded.value, isFirst })
    },

    countNotice(number, isTaken) {
      const trade = find(number)
      if (trade === null || !isPaid(trade)) return null
      const { notice } = trade.state
      const counted = { ...notice, sent: notice.sent + 1, isTaken: notice.isTaken || isTaken }
      return write({ ...trade, state: { ...trade.state, notice: counted } })
    },

    untold: () => [...trades.values()].filter(isPaid).filter(({ state }) => !state.notice.isTaken),
    saved: () => lastWrite,
    closeFile: () => journal.close(),
  }

  function openOrFind(
    request: TradeRequest,
    known: Trade | null,
    keep: (trade: Trade) => Trade,
  ): Result<Trade, 'paid' | 'closed' | 'different'> {
    if (known === null) {
      const opened = { ...request, token: options.makeToken(), createdAt: clock.now() }
      return ok(keep({ ...opened, state: { status: 'unpaid' } }))
    }
    if (known.state.status !== 'unpaid') return err(known.state.status)
    return isSameRequest(known, request) ? ok(known) : err('different')
  }
}
