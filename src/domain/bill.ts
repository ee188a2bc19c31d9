import type { Fen } from './money'
import { err, ok, type Result } from './result'
import { DAY, type EpochMs, HOUR } from './time'

declare const billDay: unique symbol
/** A day of China, `2025-11-23`: what a wallet makes a bill of. */
export type BillDay = string & { readonly [billDay]: true }

/** One movement of money as a wallet's bill of a day tells it. Made by hand at the wallet, it has no number of ours. */
export type BillRow =
  | {
      readonly kind: 'payment'
      readonly paymentId: string
      readonly transactionId: string
      readonly amount: Fen
      readonly at: EpochMs
    }
  | {
      readonly kind: 'refund'
      readonly paymentId: string
      readonly transactionId: string
      readonly refundId: string
      /** What went back, above zero. */
      readonly amount: Fen
      readonly at: EpochMs
    }

/** Wallets close their books at midnight in Beijing, wherever the server runs; China has no summer time. */
const BEIJING_MS = 8 * HOUR
const DAY_TEXT = /^\d{4}-\d\d-\d\d$/

/** The day of China in which this moment lies. */
export const billDayOf = (at: EpochMs): BillDay =>
  new Date(at + BEIJING_MS).toISOString().slice(0, 10) as BillDay

/** Reads a day as people write it for machines; a day that no calendar has is none. */
export function parseBillDay(text: string): Result<BillDay, { readonly code: 'not-a-day' }> {
  const start = DAY_TEXT.test(text) ? Date.parse(`${text}T00:00:00+08:00`) : NaN
  // 31 April is read as 1 May by some engines: what is written again must be what was read
  if (Number.isNaN(start) || billDayOf(start) !== text) return err({ code: 'not-a-day' })
  return ok(billDayOf(start))
}

/** The first moment of a day. */
export const startOfBillDay = (day: BillDay): EpochMs => Date.parse(`${day}T00:00:00+08:00`)

/** The first moment that is not of the day any more. */
export const endOfBillDay = (day: BillDay): EpochMs => startOfBillDay(day) + DAY
