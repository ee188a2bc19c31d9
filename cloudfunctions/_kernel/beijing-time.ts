import { type EpochMs, HOUR } from '@/domain/time'

// Both wallets read and write wall-clock time of China, wherever the server runs; China has no summer time.
const OFFSET_MS = 8 * HOUR

/** `2025-11-23 17:30:00`, Alipay's way. */
export const beijingText = (at: EpochMs): string => beijingIso(at).slice(0, 19).replace('T', ' ')

/** `2025-11-23T17:30:00+08:00`, WeChat Pay's way (RFC 3339). */
export const beijingIso = (at: EpochMs): string =>
  `${new Date(at + OFFSET_MS).toISOString().slice(0, 19)}+08:00`

/** The same to the millisecond, where the order of two requests hangs on it. */
export const beijingIsoMs = (at: EpochMs): string =>
  new Date(at + OFFSET_MS).toISOString().replace('Z', '+08:00')

export function readBeijingText(text: string): EpochMs | null {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/.test(text)) return null
  return readIso(`${text.slice(0, 19).replace(' ', 'T')}+08:00`)
}

export function readIso(text: string): EpochMs | null {
  const at = Date.parse(text)
  return Number.isNaN(at) ? null : at
}
