import { LONGEST_DELAY_MS } from '@/domain/room-on-screen'
import { Random } from '../engine/random'

/** How one part of the crowd watches. */
export interface Watchers {
  readonly count: number
  /** How old the picture is that they see, and how far that varies from one to the other. */
  readonly behindMs: number
  readonly spreadMs: number
}

export interface Rush {
  readonly crowd: Readonly<Record<'flv' | 'hls', Watchers>>
  readonly units: number
  /** From the moment the host announces the sale to its first second. */
  readonly leadMs: number
  readonly seed: number
}

/** A hand that waits for a button takes this long, as people do who were warned; some are slow. */
const FASTEST_HAND_MS = 180
const USUAL_HAND_MS = 250
/** A device knows the server's clock within this. */
const CLOCK_ERROR_MS = 80
const WAY_MS = 120

/** Mostly little, sometimes much, never below zero. */
const tail = (random: Random): number => -Math.log(1 - random.next())

/**
 * Who of a crowd gets a flash sale's units. Everybody wants one. The announcement is seen with its frame (and with no
 * frame later than LONGEST_DELAY_MS); the button opens by the server's clock. First come, first served: that is how the
 * order book decides, and nothing a client says about its own delay counts.
 */
export function winRates({ crowd, units, leadMs, seed }: Rush): Readonly<Record<'flv' | 'hls', number>> {
  const random = new Random(seed)
  const arrivals = (['flv', 'hls'] as const).flatMap((kind) => {
    const { count, behindMs, spreadMs } = crowd[kind]
    return Array.from({ length: count }, () => {
      const delay = behindMs + (random.next() - 0.5) * 2 * spreadMs
      const seesAt = Math.min(delay, LONGEST_DELAY_MS)
      const opensAt = Math.max(seesAt, leadMs + (random.next() - 0.5) * 2 * CLOCK_ERROR_MS)
      const hand = FASTEST_HAND_MS + USUAL_HAND_MS * tail(random)
      return { kind, at: opensAt + hand + WAY_MS * tail(random) }
    })
  })
  const winners = arrivals.sort((a, b) => a.at - b.at).slice(0, units)
  const rateOf = (kind: 'flv' | 'hls'): number =>
    winners.filter((winner) => winner.kind === kind).length / crowd[kind].count
  return { flv: rateOf('flv'), hls: rateOf('hls') }
}
