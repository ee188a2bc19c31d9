import type { EngineKind } from './engine'

/** FLV may fail by bad luck; HLS is only here because FLV failed, so it gets one chance before FLV's next turn. */
const TRIES = { flv: 3, hls: 1, native: 1 } as const

/**
 * Which engine to use next. One that has shown a picture is never given up: when it fails later, the network is at
 * fault, and another engine would not do better.
 */
export class EngineChoice {
  readonly #kinds: readonly EngineKind[]
  #index = 0
  #misses = 0
  #isProven = false

  constructor(kinds: readonly EngineKind[]) {
    this.#kinds = kinds
  }

  get kind(): EngineKind | undefined {
    return this.#kinds[this.#index]
  }

  /** It showed a picture. */
  prove(): void {
    this.#isProven = true
    this.#misses = 0
  }

  /** It ended without a picture. */
  miss(): void {
    const kind = this.kind
    this.#misses++
    if (!kind || this.#isProven || this.#misses < TRIES[kind]) return
    this.#index = (this.#index + 1) % this.#kinds.length
    this.#misses = 0
  }
}
