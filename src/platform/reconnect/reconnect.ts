import type { PlaySources } from '../ports/player'
import type { Cancel, Timing } from './timing'

const FIRST_PAUSE_MS = 300
const GROWTH = 1.5
/** After a long outage nobody waits longer than this for a server that is back. */
const LONGEST_PAUSE_MS = 3000
/** Pictures for this long mean that the next loss is a new story, not the same one. */
const HEALTHY_MS = 10_000
const LONGEST_ASK_MS = 4000

export interface ReconnectParts {
  readonly timing: Timing
  readonly refresh: () => Promise<PlaySources | null>
  /** Called with fresh addresses when it is time to connect. */
  readonly connect: (sources: PlaySources) => void
}

/** When to connect again, and with which addresses: growing pauses, half of each by chance, fresh signatures. */
export class Reconnect {
  readonly #parts: ReconnectParts
  #sources: PlaySources | null = null
  #failures = 0
  #cancelPause: Cancel | null = null
  #cancelHealth: Cancel | null = null
  #cancelPatience: Cancel | null = null
  /** Answers to older questions are not listened to. */
  #question = 0
  #isAsking = false

  constructor(parts: ReconnectParts) {
    this.#parts = parts
  }

  get isPending(): boolean {
    return this.#isAsking || this.#cancelPause !== null
  }

  begin(sources: PlaySources): void {
    this.stop()
    this.#failures = 0
    this.#sources = sources
    this.#parts.connect(sources)
  }

  /** The connection was lost: connects again after a pause. */
  schedule(): void {
    this.#cancelHealth?.()
    if (this.isPending) return
    const { timing } = this.#parts
    const pause = Math.min(FIRST_PAUSE_MS * GROWTH ** this.#failures, LONGEST_PAUSE_MS)
    this.#failures++
    this.#cancelPause = timing.after(pause * (0.5 + timing.random() / 2), () => {
      this.#ask()
    })
  }

  /** Something good happened (network back, page visible): connects at once if it was waiting. */
  hurry(): void {
    this.#failures = 0
    if (this.#cancelPause) this.#ask()
  }

  /** Connects now, with fresh addresses. */
  again(): void {
    this.stop()
    this.#failures = 0
    this.#ask()
  }

  /** Pictures arrive. */
  succeeded(): void {
    this.#cancelHealth?.()
    this.#cancelHealth = this.#parts.timing.after(HEALTHY_MS, () => {
      this.#failures = 0
    })
  }

  stop(): void {
    this.#cancelPause?.()
    this.#cancelPause = null
    this.#cancelHealth?.()
    this.#cancelPatience?.()
    this.#isAsking = false
    this.#question++
  }

  #ask(): void {
    this.#cancelPause?.()
    this.#cancelPause = null
    this.#isAsking = true
    const question = ++this.#question
    const answer = (sources: PlaySources | null): void => {
      if (question === this.#question) this.#answered(sources)
    }
    // a backend that is away must not stop a video that is there: the old addresses may still work
    const useOld = (): void => {
      answer(this.#sources)
    }
    this.#cancelPatience = this.#parts.timing.after(LONGEST_ASK_MS, useOld)
    this.#parts.refresh().then(answer, useOld)
  }

  #answered(sources: PlaySources | null): void {
    this.#question++
    this.#cancelPatience?.()
    this.#isAsking = false
    if (!sources) {
      this.schedule()
      return
    }
    this.#sources = sources
    this.#parts.connect(sources)
  }
}
