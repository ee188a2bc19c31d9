import { DAY, type EpochMs, HOUR } from '@/domain/time'

const MOMENT = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})[ T]+(\d{1,2})[:：](\d{2})$/

const two = (value: number): string => String(value).padStart(2, '0')

/** `2026-05-01 20:00`, in the time zone of this device. */
export function momentText(at: EpochMs): string {
  const date = new Date(at)
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`
}

/** Reads a moment as people write it; one that no calendar has is none. */
export function parseMoment(text: string): EpochMs | null {
  const match = MOMENT.exec(text.trim())
  if (match === null) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1).map(Number)
  const date = new Date(year, month - 1, day, hour, minute)
  const isReal = date.getMonth() === month - 1 && date.getDate() === day && hour < 24 && minute < 60
  return isReal ? date.getTime() : null
}

export const QUICK_MOMENTS = ['now', 'evening', 'tomorrow', 'hours2', 'days1', 'days7', 'days30'] as const
export type QuickMoment = (typeof QUICK_MOMENTS)[number]

const EVENING_HOUR = 20

const at = (now: EpochMs, days: number, hour: number): EpochMs => {
  const date = new Date(now)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, hour).getTime()
}

/** What people mean most often; lengths count from `from`, which is when the thing itself begins. */
export function quickMoment(quick: QuickMoment, now: EpochMs, from: EpochMs): EpochMs {
  switch (quick) {
    case 'now':
      return now
    case 'evening':
      return at(now, 0, EVENING_HOUR)
    case 'tomorrow':
      return at(now, 1, 0)
    case 'hours2':
      return from + 2 * HOUR
    case 'days1':
      return from + DAY
    case 'days7':
      return from + 7 * DAY
    case 'days30':
      return from + 30 * DAY
  }
}
