import { type EpochMs, MINUTE, SECOND } from '@/domain/time'

const TOO_MANY = 3
const WITHIN_MS = 30 * SECOND
const FIRST_PATIENCE_MS = 2 * MINUTE
const LONGEST_PATIENCE_MS = 30 * MINUTE

/**
 * When a network asks for a smaller picture, and when a larger one is worth a try. Each try that fails makes the next
 * one wait twice as long: a picture that changes its size every minute is worse than a small one.
 */
export class StallPilot {
  #stalls: readonly EpochMs[] = []
  #steadySince: EpochMs
  #patienceMs = FIRST_PATIENCE_MS
  #roseAt: EpochMs | null = null

  constructor(now: EpochMs) {
    this.#steadySince = now
  }

  /** The picture stood still; true when that was once too often. */
  stalled(now: EpochMs): boolean {
    this.#steadySince = now
    this.#stalls = [...this.#stalls, now].filter((at) => at > now - WITHIN_MS)
    if (this.#stalls.length < TOO_MANY) return false
    this.#stalls = []
    if (this.#roseAt !== null && now - this.#roseAt < FIRST_PATIENCE_MS)
      this.#patienceMs = Math.min(this.#patienceMs * 2, LONGEST_PATIENCE_MS)
    this.#roseAt = null
    return true
  }

  /** Asked now and then while it plays; true when it has played long enough to try more. */
  isSteady(now: EpochMs): boolean {
    if (now - this.#steadySince < this.#patienceMs) return false
    this.#steadySince = now
    this.#roseAt = now
    return true
  }
}
