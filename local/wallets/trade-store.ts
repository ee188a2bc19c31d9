import * as v from 'valibot'
import type { Clock } from '../../cloudfunctions/_kernel/ports/clock'
import { openJournal } from './journal'
import { current, trade as tradeSchema, type Trade } from './trade'

/** A wallet's trades, in memory and in a file that a restart reads back. */
export interface TradeStore {
  byNumber(number: string): Trade | null
  byToken(token: string): Trade | null
  all(): readonly Trade[]
  write<T extends Trade>(trade: T): T
  /** Resolves when everything written so far is in the file. */
  saved(): Promise<void>
  close(): Promise<void>
}

export async function openTradeStore(file: string, clock: Clock): Promise<TradeStore> {
  const { entries, journal } = await openJournal(file, newest)
  const trades = new Map(entries.map((entry) => [entry.number, entry]))
  const numbers = new Map(entries.map((entry) => [entry.token, entry.number]))
  let lastWrite: Promise<void> = Promise.resolve()

  const find = (number: string | undefined): Trade | null => {
    const trade = number === undefined ? undefined : trades.get(number)
    return trade === undefined ? null : current(trade, clock.now())
  }
  return {
    byNumber: find,
    byToken: (token) => find(numbers.get(token)),
    all: () => [...trades.values()],
    write(trade) {
      trades.set(trade.number, trade)
      numbers.set(trade.token, trade.number)
      lastWrite = journal.append(trade)
      return trade
    },
    saved: () => lastWrite,
    close: () => journal.close(),
  }
}

function newest(lines: readonly unknown[]): readonly Trade[] {
  const trades = new Map<string, Trade>()
  for (const line of lines) {
    const parsed = v.safeParse(tradeSchema, line)
    if (parsed.success) trades.set(parsed.output.number, parsed.output)
  }
  return [...trades.values()]
}
