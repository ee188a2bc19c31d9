import type { Signal } from '../../mini/player/playback'

const SIGNALS: ReadonlyMap<number, Signal> = new Map([
  [2001, 'loading'],
  [2002, 'loading'],
  [2003, 'playing'],
  [2004, 'playing'],
  [2006, 'ended'],
  [2007, 'stalled'],
  [2103, 'reconnecting'],
  // resolving, connecting, shaking hands, reading: positive numbers, errors all the same; a reconnect may follow
  [3001, 'reconnecting'],
  [3002, 'reconnecting'],
  [3003, 'reconnecting'],
  [3005, 'reconnecting'],
])

/** What a code of WeChat's live-player means; null for news that changes nothing (progress, size, decoder). */
export function signalOfCode(code: number): Signal | null {
  // -2301 and -2302 are its last words
  return code < 0 ? 'gave-up' : (SIGNALS.get(code) ?? null)
}
