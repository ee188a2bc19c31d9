import { useEffect, useReducer, useRef } from 'react'
import { isCounting, type OffersNow } from '@/domain/offers-now'
import { NO_OFFERS } from '@/domain/room-offers'
import { type EpochMs, SECOND } from '@/domain/time'
import type { ReadyRoom } from '@/features/live'
import { device } from '@/platform'
import type { Paint } from '@/ui'

/** Whole seconds of the server's clock: what is drawn twice within one does not change. */
const serverSecond = (aheadMs: number): EpochMs => Math.floor((device.now() + aheadMs) / SECOND) * SECOND

/**
 * What the room offers at this moment, as the picture shows it. One clock ticks for everything that counts down on the
 * page, with the page's heartbeat, and rests when nothing does.
 */
export function useOffersNow(ready: ReadyRoom | null, paint: Paint): OffersNow {
  const [, draw] = useReducer((count: number) => count + 1, 0)
  const at: OffersNow = {
    offers: ready?.onScreen.offers ?? NO_OFFERS,
    left: ready?.pulse.left ?? {},
    now: serverSecond(ready?.aheadMs ?? 0),
  }
  const drawn = useRef(at)
  drawn.current = at
  const aheadMs = ready?.aheadMs ?? 0

  useEffect(() => {
    const timer = setInterval(() => {
      const before = drawn.current
      // what has just come to its end is drawn once more
      if (isCounting({ ...before, now: serverSecond(aheadMs) }) || isCounting(before))
        paint.soon('clock', draw)
    }, SECOND)
    return () => {
      clearInterval(timer)
    }
  }, [paint, aheadMs])
  return at
}
