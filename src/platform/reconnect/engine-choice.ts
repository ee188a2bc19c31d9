export interface Candidate<Kind> {
  readonly kind: Kind
  /** How often it may fail before another one gets its turn. */
  readonly tries: number
}

/**
 * Which of a host's ways to play comes next. One that has shown a picture is never given up: when it fails later, the
 * network is at fault, and another way would not do better.
 */
export class EngineChoice<Kind> {
  readonly #candidates: readonly Candidate<Kind>[]
  #index = 0
  #misses = 0
  #isProven = false

  /** Candidates, best first. */
  constructor(candidates: readonly Candidate<Kind>[]) {
    this.#candidates = candidates
  }

  get kind(): Kind | undefined {
    return this.#candidates[this.#index]?.kind
  }

  /** It showed a picture. */
  prove(): void {
    this.#isProven = true
    this.#misses = 0
  }

  /** It ended without a picture. */
  miss(): void {
    const candidate = this.#candidates[this.#index]
    this.#misses++
    if (!candidate || this.#isProven || this.#misses < candidate.tries) return
    this.#index = (this.#index + 1) % this.#candidates.length
    this.#misses = 0
  }
}
