/** A picture that is said to be older than this, or younger than now, is a misunderstanding. */
const OLDEST_MS = 15_000
/** How much of a new measure counts: caches breathe, and cards must not jump with them. */
const WEIGHT = 0.3
/** What the local server and encoders of ours put into the stream. */
const CLOCK_TEXT = /\{"t":(\d{1,16})\}/

export interface ArrivalOptions {
  /** From the host's camera to this player, as far as nobody has measured it. */
  readonly wayMs: number
  /** What the player keeps before it shows it, as long as it says nothing of it. */
  readonly cacheMs: number
}

/**
 * Guesses the server time of the picture on screen where a host does not tell it: now, less the way of the picture, less
 * what the player says it has in its cache. A clock message that comes out of the stream replaces the guess.
 */
export class ArrivalClock {
  readonly #wayMs: number
  #cacheMs: number
  #measuredMs: number | null = null

  constructor({ wayMs, cacheMs }: ArrivalOptions) {
    this.#wayMs = wayMs
    this.#cacheMs = cacheMs
  }

  /** What the player has in its cache now. */
  cached(ms: unknown): void {
    if (typeof ms !== 'number' || !(ms >= 0 && ms <= OLDEST_MS)) return
    this.#cacheMs += (ms - this.#cacheMs) * WEIGHT
  }

  /** A text that came with a picture, at the time when that picture is shown. */
  message(text: unknown, nowMs: number): void {
    const found = typeof text === 'string' ? CLOCK_TEXT.exec(text) : null
    const ageMs = nowMs - Number(found?.[1] ?? NaN)
    if (!(ageMs >= 0 && ageMs <= OLDEST_MS)) return
    this.#measuredMs =
      this.#measuredMs === null ? ageMs : this.#measuredMs + (ageMs - this.#measuredMs) * WEIGHT
  }

  /** Server time of the picture that is on screen at `nowMs`. */
  at(nowMs: number): number {
    return nowMs - (this.#measuredMs ?? this.#wayMs + this.#cacheMs)
  }
}
