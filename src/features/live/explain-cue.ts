import type { ProductId } from '@/domain/ids'
import { type EpochMs, SECOND } from '@/domain/time'

/**
 * Which product's card is on screen. The picture is seconds behind the host, so a card waits until the frame on
 * screen is as old as the word "explain". It is looks only: price and stock are never held back.
 */
export interface ExplainCue {
  readonly shown: ProductId | null
  readonly waiting: readonly Turn[]
}
interface Turn {
  readonly productId: ProductId | null
  /** Server time at which the host turned to it. */
  readonly at: EpochMs
  /** Shown by then whatever the picture does. */
  readonly latest: EpochMs
}

/** A picture further behind than this is stuck, and a card would wait for nothing. */
const LONGEST_WAIT_MS = 6 * SECOND

export const startCue = (explaining: ProductId | null): ExplainCue => ({ shown: explaining, waiting: [] })

/** The product that will be on the card when every turn has come. */
const target = (cue: ExplainCue): ProductId | null => {
  const last = cue.waiting[cue.waiting.length - 1]
  return last === undefined ? cue.shown : last.productId
}

export function turnTo(cue: ExplainCue, productId: ProductId | null, at: EpochMs): ExplainCue {
  if (target(cue) === productId) return cue
  return { ...cue, waiting: [...cue.waiting, { productId, at, latest: at + LONGEST_WAIT_MS }] }
}

/** Takes every turn whose frame is on screen; `frameAt` is null when the player cannot tell. */
export function takeTurns(cue: ExplainCue, frameAt: EpochMs | null, now: EpochMs): ExplainCue {
  const isDue = (turn: Turn): boolean => frameAt === null || turn.at <= frameAt || turn.latest <= now
  const due = cue.waiting.filter(isDue)
  const last = due[due.length - 1]
  if (last === undefined) return cue
  return { shown: last.productId, waiting: cue.waiting.slice(cue.waiting.indexOf(last) + 1) }
}
