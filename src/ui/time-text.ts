import type { EpochMs } from '@/domain/time'

const two = (value: number): string => String(value).padStart(2, '0')

/** `2026-03-01`, in the time zone of this device. */
export function dateText(at: EpochMs): string {
  const date = new Date(at)
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** `20:05`, in the time zone of this device. */
export function hourText(at: EpochMs): string {
  const date = new Date(at)
  return `${two(date.getHours())}:${two(date.getMinutes())}`
}

export const dateTimeText = (at: EpochMs): string => `${dateText(at)} ${hourText(at)}`
