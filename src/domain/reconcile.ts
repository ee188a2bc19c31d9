import { type BillDay, billDayOf, type BillRow, endOfBillDay, startOfBillDay } from './bill'
import { addFen, type Fen } from './money'
import { DAY, type EpochMs, HOUR } from './time'

export const DIFFERENCE_KINDS = [
  /** The wallet took money that we do not know as received. */
  'payment-missing-here',
  /** We count money as received that is on no bill. */
  'payment-missing-there',
  'payment-amount',
  /** The wallet sent money back that we do not know as sent. */
  'refund-missing-here',
  /** We count money as sent back that is on no bill. */
  'refund-missing-there',
  'refund-amount',
] as const
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number]

/** What made a difference go away. */
export const REPAIRS = [
  /** A later bill, or what we heard later, explained it. */
  'by-itself',
  /** Asked again, the wallet says what we say. */
  'wallet-agrees',
  'payment-settled',
  /** The payment had no order to pay for: it is on its way back. */
  'payment-sent-back',
  'refund-marked',
  /** The wallet never saw the refund: it was asked for again, under its number. */
  'refund-sent-again',
] as const
export type Repair = (typeof REPAIRS)[number]

/** One payment or refund as our ledger has it. */
export interface LedgerEntry {
  readonly kind: BillRow['kind']
  /** Our number for it: the payment's or the refund's. */
  readonly number: string
  readonly paymentId: string
  readonly amount: Fen
  /** From then on the wallet may have moved the money. */
  readonly askedAt: EpochMs
  /** When the money moved, as far as we know; null: it did not. */
  readonly bookedAt: EpochMs | null
}

export interface Difference {
  readonly kind: DifferenceKind
  readonly number: string
  readonly paymentId: string
  readonly here: Fen | null
  readonly there: Fen | null
}

/** Clocks differ and words take their time: so close to midnight, a movement may stand in the neighbouring day's bill. */
const MIDNIGHT_MS = HOUR
/** A refund to a bank's card stands in the bill of the day it was asked for, and is done days later. */
const LONGEST_WAY_DAYS = 7

/** When what we booked has to stand in this day's bill or an earlier one: each moment is of one day. */
export const dueBetween = (day: BillDay): { readonly from: EpochMs; readonly until: EpochMs } => ({
  from: startOfBillDay(day) - MIDNIGHT_MS,
  until: endOfBillDay(day) - MIDNIGHT_MS,
})

interface Comparison {
  readonly day: BillDay
  readonly ours: readonly LedgerEntry[]
  readonly bill: readonly BillRow[]
}

/**
 * The earlier bills to look in, newest first, for what was booked here and is not in the bill of the day. A movement
 * can stand in every bill since it was asked for; further back than a week a person looks.
 */
export function earlierDays({ day, ours, bill }: Comparison): readonly BillDay[] {
  const missing = missingIn({ day, ours, bill })
  const first = Math.min(...missing.map(({ askedAt }) => askedAt - MIDNIGHT_MS))
  const days = Array.from({ length: LONGEST_WAY_DAYS }, (_, back) => startOfBillDay(day) - (back + 1) * DAY)
  return days.filter((start) => start + DAY > first).map(billDayOf)
}

/**
 * Our ledger against the bill of a day, which goes both ways. What is on the bill is compared by its number, whichever
 * day we booked it on. What we booked must be on the bill of the day or on an `earlier` one; booked in the hour before
 * midnight, it is looked for a day later. So nothing is judged twice, and nothing never.
 */
export function reconcile({
  earlier,
  ...day
}: Comparison & { readonly earlier: readonly BillRow[] }): readonly Difference[] {
  const entries = new Map(day.ours.map((entry) => [keyOf(entry), entry]))
  const there = [...sumUp(day.bill).values()].flatMap((row) => compare(row, entries.get(keyOf(row))) ?? [])
  const before = sumUp(earlier)
  const here = missingIn(day)
    .filter((entry) => !before.has(keyOf(entry)))
    .map(({ kind, number, paymentId, amount }): Difference => {
      return { kind: `${kind}-missing-there`, number, paymentId, here: amount, there: null }
    })
  return [...there, ...here]
}

/** Whether an open difference is none any more, for what we know now and the bills at hand. */
export function isExplained(
  { kind, number, here, there }: Omit<Difference, 'paymentId'>,
  entry: LedgerEntry | undefined,
  bills: readonly BillRow[],
): boolean {
  if (kind === 'payment-missing-there' || kind === 'refund-missing-there') {
    const row = sumUp(bills).get(`${kind === 'payment-missing-there' ? 'payment' : 'refund'} ${number}`)
    return row?.amount === here
  }
  return isBooked(entry) && entry.amount === there
}

/** One number's money on a bill. */
interface Billed {
  readonly kind: BillRow['kind']
  readonly number: string
  readonly paymentId: string
  readonly amount: Fen
}

const keyOf = ({ kind, number }: Pick<Billed, 'kind' | 'number'>): string => `${kind} ${number}`

const isBooked = (entry: LedgerEntry | undefined): entry is LedgerEntry & { bookedAt: EpochMs } =>
  entry !== undefined && entry.bookedAt !== null

/** A refund made by hand at the wallet's desk has no number of ours: the wallet's own stands for it. */
const numberOf = (row: BillRow): string =>
  row.kind === 'payment' ? row.paymentId : row.refundId || row.transactionId

/** A number that stands there twice moved money twice: then its amount is not ours, and that is seen. */
function sumUp(rows: readonly BillRow[]): ReadonlyMap<string, Billed> {
  const billed = new Map<string, Billed>()
  for (const row of rows) {
    const { kind, paymentId } = row
    const number = numberOf(row)
    const before = billed.get(keyOf({ kind, number }))
    const amount = before ? addFen(before.amount, row.amount) : row.amount
    billed.set(keyOf({ kind, number }), { kind, number, paymentId, amount })
  }
  return billed
}

function compare({ kind, number, paymentId, amount }: Billed, entry?: LedgerEntry): Difference | null {
  if (!isBooked(entry)) return { kind: `${kind}-missing-here`, number, paymentId, here: null, there: amount }
  if (entry.amount === amount) return null
  return { kind: `${kind}-amount`, number, paymentId, here: entry.amount, there: amount }
}

function missingIn({ day, ours, bill }: Comparison): readonly LedgerEntry[] {
  const { from, until } = dueBetween(day)
  const billed = sumUp(bill)
  return ours.filter(
    (entry) =>
      isBooked(entry) && entry.bookedAt >= from && entry.bookedAt < until && !billed.has(keyOf(entry)),
  )
}
