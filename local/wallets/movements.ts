import { type BillDay, billDayOf } from '@/domain/bill'
import type { EpochMs } from '@/domain/time'
import type { PaidTrade, Refund } from './trade'
import type { TradeBook } from './trade-book'

/** One row of a bill: a payment, or with `refund` money that went back. */
export interface Movement {
  readonly trade: PaidTrade
  readonly refund: Refund | null
  readonly at: EpochMs
}

/** What moved on a day, in the order in which it moved. */
export function movementsOn(book: TradeBook, day: BillDay): readonly Movement[] {
  const all = book
    .paid()
    .flatMap((trade): readonly Movement[] => [
      { trade, refund: null, at: trade.state.at },
      ...trade.state.refunds.map((refund) => ({ trade, refund, at: refund.at })),
    ])
  return all.filter(({ at }) => billDayOf(at) === day).sort((a, b) => a.at - b.at)
}
