import { err, ok, type Result } from '@/domain/result'
import { DAY, type EpochMs, MINUTE } from '@/domain/time'

/** When the show begins: right away, or at an hour of one of the coming days. */
export type PlannedStart =
  { readonly kind: 'now' } | { readonly kind: 'later'; readonly daysAhead: number; readonly hour: string }

export interface RoomPlan {
  readonly title: string
  readonly coverUrl: string | null
  readonly start: PlannedStart
}

export interface PlanProblems {
  readonly title?: 'empty' | 'too-long'
  readonly start?: 'past' | 'not-an-hour'
}

export const MAX_TITLE = 30
/** The days offered: two weeks, which is as far as shops plan a show. */
export const DAYS_AHEAD = 14
export const EMPTY_PLAN: RoomPlan = { title: '', coverUrl: null, start: { kind: 'now' } }

const HOUR_TEXT = /^(\d{1,2})[:：.](\d{2})$/

/** `"20:00"` as minutes of the day; also as people type it, with a full-width colon. */
export function minutesOf(text: string): number | null {
  const match = HOUR_TEXT.exec(text.trim())
  if (match === null) return null
  const [hours, minutes] = [Number(match[1]), Number(match[2])]
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null
}

/** The first moment of the day that is so many days after now, on this device's calendar. */
export function dayStart(now: EpochMs, daysAhead: number): EpochMs {
  const date = new Date(now + daysAhead * DAY)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
}

function readStart(start: PlannedStart, now: EpochMs): Result<EpochMs, PlanProblems['start']> {
  if (start.kind === 'now') return ok(now)
  const minutes = minutesOf(start.hour)
  if (minutes === null) return err('not-an-hour')
  const at = dayStart(now, start.daysAhead) + minutes * MINUTE
  return at <= now ? err('past') : ok(at)
}

function titleProblem(title: string): PlanProblems['title'] {
  if (title === '') return 'empty'
  return title.length > MAX_TITLE ? 'too-long' : undefined
}

export interface CheckedPlan {
  readonly title: string
  readonly startsAt: EpochMs
  readonly coverUrl?: string
}

/** The plan as it can be sent, or every problem at once. `now` is the server's time. */
export function checkPlan(plan: RoomPlan, now: EpochMs): Result<CheckedPlan, PlanProblems> {
  const title = plan.title.trim()
  const start = readStart(plan.start, now)
  const wrongTitle = titleProblem(title)
  if (start.ok && wrongTitle === undefined)
    return ok({
      title,
      startsAt: start.value,
      ...(plan.coverUrl === null ? {} : { coverUrl: plan.coverUrl }),
    })
  return err({
    ...(wrongTitle === undefined ? {} : { title: wrongTitle }),
    ...(start.ok || start.error === undefined ? {} : { start: start.error }),
  })
}
