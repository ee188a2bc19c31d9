import { DAY, type EpochMs } from '@/domain/time'

export const EXPORT_RANGES = ['today', 'week', 'month'] as const
export type ExportRange = (typeof EXPORT_RANGES)[number]

const DAYS: Readonly<Record<ExportRange, number>> = { today: 1, week: 7, month: 30 }

export interface Span {
  readonly from: EpochMs
  readonly until: EpochMs
}

/** Whole days of this device's calendar, today being the last of them and not over yet. */
export function spanOf(range: ExportRange, now: EpochMs): Span {
  const today = new Date(now)
  const first = new Date(today.getFullYear(), today.getMonth(), today.getDate() - DAYS[range] + 1)
  return { from: first.getTime(), until: Math.max(now, first.getTime() + DAY * DAYS[range]) }
}

const two = (value: number): string => String(value).padStart(2, '0')
const dayText = (at: EpochMs): string => {
  const day = new Date(at)
  return `${day.getFullYear()}${two(day.getMonth() + 1)}${two(day.getDate())}`
}

/** `orders-20260425-20260501.csv`: both days are in it. */
export const exportName = ({ from, until }: Span): string =>
  `orders-${dayText(from)}-${dayText(until - 1)}.csv`
