import type { PlayerState } from '../ports/player'
import type { Cancel, Timing } from './timing'

/** Without a picture for this long a person is told; the player goes on trying. */
const HOPELESS_MS = 30_000

/** Tells changes of the player's state once, and turns a long wait into `failed`. */
export class Status {
  readonly #timing: Timing
  readonly #tell: (state: PlayerState) => void
  #state: PlayerState = 'idle'
  #cancelHopeless: Cancel | null = null

  constructor(timing: Timing, tell: (state: PlayerState) => void) {
    this.#timing = timing
    this.#tell = tell
  }

  get state(): PlayerState {
    return this.#state
  }

  set(state: PlayerState): void {
    const isWaiting = state !== 'playing' && state !== 'idle'
    if (!isWaiting) this.stop()
    else if (this.#state !== 'failed') this.#startWaiting()
    // while it looks hopeless, further tries are not worth a flicker
    if (state === this.#state || (isWaiting && this.#state === 'failed')) return
    this.#state = state
    this.#tell(state)
  }

  stop(): void {
    this.#cancelHopeless?.()
    this.#cancelHopeless = null
  }

  #startWaiting(): void {
    this.#cancelHopeless ??= this.#timing.after(HOPELESS_MS, () => {
      this.#cancelHopeless = null
      this.set('failed')
    })
  }
}
