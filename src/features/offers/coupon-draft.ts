import type { SentInput } from '@/contracts'
import type { CouponValue } from '@/domain/coupon'
import type { ProductId } from '@/domain/ids'
import { toFen } from '@/domain/money'
import { err, ok, type Result } from '@/domain/result'
import { DAY, type EpochMs } from '@/domain/time'
import { momentText, parseMoment } from './moment'
import {
  type CountProblem,
  MOST_FEN,
  type MoneyProblem,
  readCount,
  readMoney,
  readOptionalMoney,
} from './typed'

/** A coupon as it is being filled in: what was typed, before anything is made of it. */
export interface CouponDraft {
  readonly title: string
  readonly kind: CouponValue['kind']
  readonly off: string
  readonly percent: string
  readonly cap: string
  readonly threshold: string
  /** Null: every product of the shop. */
  readonly products: readonly ProductId[] | null
  readonly claimFrom: string
  readonly claimUntil: string
  readonly expiresAt: string
  readonly total: string
  readonly perPerson: string
}

export interface CouponProblems {
  readonly title?: 'missing' | undefined
  readonly off?: MoneyProblem | 'above-threshold' | undefined
  readonly percent?: CountProblem | undefined
  readonly cap?: MoneyProblem | undefined
  readonly threshold?: MoneyProblem | undefined
  readonly products?: 'missing' | undefined
  readonly claimFrom?: 'wrong' | undefined
  readonly claimUntil?: 'wrong' | 'order' | undefined
  readonly expiresAt?: 'wrong' | 'order' | undefined
  readonly total?: CountProblem | undefined
  readonly perPerson?: CountProblem | 'too-many' | undefined
}

export type CouponTermsSent = Omit<SentInput<'coupons', 'create'>, 'merchantId'>

export const MAX_TITLE = 24
export const TOTAL = { min: 1, max: 1_000_000 }
export const PER_PERSON = { min: 1, max: 100 }
export const PERCENT = { min: 1, max: 99 }
const MONEY = { min: 1, max: MOST_FEN }

/** For a week from now, one each: what most shops want. */
export const newCoupon = (now: EpochMs): CouponDraft => ({
  title: '',
  kind: 'fixed',
  off: '',
  percent: '',
  cap: '',
  threshold: '',
  products: null,
  claimFrom: momentText(now),
  claimUntil: momentText(now + 7 * DAY),
  expiresAt: momentText(now + 7 * DAY),
  total: '100',
  perPerson: '1',
})

const errorOf = <E>(result: Result<unknown, E>): E | undefined => (result.ok ? undefined : result.error)

function readTimes(draft: CouponDraft, now: EpochMs) {
  const claimFrom = parseMoment(draft.claimFrom)
  const claimUntil = parseMoment(draft.claimUntil)
  const expiresAt = parseMoment(draft.expiresAt)
  const isOver = claimUntil !== null && (claimUntil <= now || claimUntil <= (claimFrom ?? 0))
  const problems = {
    claimFrom: claimFrom === null ? ('wrong' as const) : undefined,
    claimUntil: claimUntil === null ? ('wrong' as const) : isOver ? ('order' as const) : undefined,
    expiresAt:
      expiresAt === null
        ? ('wrong' as const)
        : expiresAt < (claimUntil ?? 0)
          ? ('order' as const)
          : undefined,
  }
  return { problems, claimFrom: claimFrom ?? 0, claimUntil: claimUntil ?? 0, expiresAt: expiresAt ?? 0 }
}

/** What it takes off. A fixed sum above the threshold would give goods away: nobody means that. */
function readValue(draft: CouponDraft) {
  const threshold = readOptionalMoney(draft.threshold, { min: 0, max: MOST_FEN })
  const least = threshold.ok ? (threshold.value ?? toFen(0)) : toFen(0)
  if (draft.kind === 'fixed') {
    const off = readMoney(draft.off, MONEY)
    const isAbove = off.ok && threshold.ok && least > 0 && off.value > least
    const problems = {
      off: isAbove ? ('above-threshold' as const) : errorOf(off),
      threshold: errorOf(threshold),
    }
    const value = { kind: 'fixed' as const, off: off.ok ? off.value : toFen(0) }
    return { problems, value, threshold: least }
  }
  const percent = readCount(draft.percent, PERCENT)
  const cap = readMoney(draft.cap, MONEY)
  const problems = { percent: errorOf(percent), cap: errorOf(cap), threshold: errorOf(threshold) }
  const value = {
    kind: 'percent' as const,
    percentOff: percent.ok ? percent.value : 0,
    cap: cap.ok ? cap.value : toFen(0),
  }
  return { problems, value, threshold: least }
}

function readCounts(draft: CouponDraft) {
  const total = readCount(draft.total, TOTAL)
  const perPerson = readCount(draft.perPerson, PER_PERSON)
  const isTooMany = total.ok && perPerson.ok && perPerson.value > total.value
  const problems = {
    total: errorOf(total),
    perPerson: isTooMany ? ('too-many' as const) : errorOf(perPerson),
  }
  return { problems, total: total.ok ? total.value : 0, perPerson: perPerson.ok ? perPerson.value : 0 }
}

/** The coupon as it can be sent, or every problem at once. */
export function checkCoupon(draft: CouponDraft, now: EpochMs): Result<CouponTermsSent, CouponProblems> {
  const title = draft.title.trim()
  const times = readTimes(draft, now)
  const worth = readValue(draft)
  const counts = readCounts(draft)
  const problems: CouponProblems = {
    title: title === '' ? ('missing' as const) : undefined,
    products: draft.products?.length === 0 ? ('missing' as const) : undefined,
    ...times.problems,
    ...worth.problems,
    ...counts.problems,
  }
  if (Object.values(problems).some((problem) => problem !== undefined)) return err(problems)
  const { claimFrom, claimUntil, expiresAt } = times
  return ok({
    title,
    value: worth.value,
    threshold: worth.threshold,
    products: draft.products === null ? null : [...draft.products],
    claimFrom,
    claimUntil,
    expiresAt,
    total: counts.total,
    perPerson: counts.perPerson,
  })
}
