import type { Signal } from '../../mini/player/playback'

/** Alipay reuses WeChat's numbers with other meanings: 2005 is a pause. Errors come as an event of their own. */
const SIGNALS: ReadonlyMap<number, Signal> = new Map([
  [2004, 'playing'],
  [2006, 'ended'],
  [2007, 'stalled'],
])

/** What a code of Alipay's live-player means; null for news that changes nothing. */
export function signalOfCode(code: number): Signal | null {
  return SIGNALS.get(code) ?? null
}
