import { type EpochMs, HOUR, MINUTE, SECOND } from '@/domain/time'

const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** `"14:59"`, or `"1:02:03"` from an hour on; never below zero. Rounds up, so that 0:00 means over. */
export function timeLeftText(ms: number): string {
  const left = Math.ceil(Math.max(0, ms) / SECOND) * SECOND
  const minutes = Math.floor((left % HOUR) / MINUTE)
  const seconds = Math.floor((left % MINUTE) / SECOND)
  const hours = Math.floor(left / HOUR)
  return hours > 0
    ? `${hours}:${twoDigits(minutes)}:${twoDigits(seconds)}`
    : `${twoDigits(minutes)}:${twoDigits(seconds)}`
}

/** How far the server's clock is ahead of this device's, from one reply that has just arrived. */
export const clockAhead = (serverTime: EpochMs, deviceNow: EpochMs): number => serverTime - deviceNow
