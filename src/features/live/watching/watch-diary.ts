import type { WatchTotals } from '@/contracts/insights'
import type { QualityId } from '@/domain/quality'
import type { EpochMs } from '@/domain/time'
import type { EngineName, PlayerState } from '@/platform/ports/player'

/** Older than this the picture is not; a number beyond it is a mistake of some clock. */
const OLDEST_MS = 600_000
const DAY_MS = 86_400_000

const WAITING: ReadonlySet<PlayerState> = new Set(['stalled', 'retrying', 'failed'])

/** What one person sees of a show, added up: how soon, how long, and how often it stood still. */
export class WatchDiary {
  readonly #beganAt: EpochMs
  #state: PlayerState = 'idle'
  #since: EpochMs
  #firstFrameMs: number | null = null
  #playedMs = 0
  #stalledMs = 0
  #stalls = 0
  #reconnects = 0
  #engine: EngineName | null = null
  #quality: QualityId = 'origin'
  #latencyMs: number | null = null

  constructor(now: EpochMs) {
    this.#beganAt = now
    this.#since = now
  }

  /** What the player says; `idle` also while nobody looks. */
  turned(state: PlayerState, now: EpochMs): void {
    this.#add(now)
    const before = this.#state
    this.#state = state
    if (state === 'playing') this.#firstFrameMs ??= now - this.#beganAt
    if (state === 'retrying' && before !== 'failed') this.#reconnects += 1
    if (before === 'playing' && (state === 'stalled' || state === 'retrying')) this.#stalls += 1
  }

  played(by: { readonly engine?: EngineName; readonly quality?: QualityId }): void {
    this.#engine = by.engine ?? this.#engine
    this.#quality = by.quality ?? this.#quality
  }

  /** How old the picture is now; null where nobody can tell. */
  aged(ms: number | null): void {
    this.#latencyMs = ms !== null && ms >= 0 && ms <= OLDEST_MS ? Math.round(ms) : null
  }

  /** Null while there is nothing to tell. */
  totals(now: EpochMs): WatchTotals | null {
    this.#add(now)
    if (this.#engine === null) return null
    const firstFrameMs = this.#firstFrameMs
    return {
      engine: this.#engine,
      quality: this.#quality,
      firstFrameMs: firstFrameMs === null || firstFrameMs > OLDEST_MS ? null : whole(firstFrameMs),
      playedMs: whole(this.#playedMs),
      stalledMs: whole(this.#stalledMs),
      stalls: this.#stalls,
      reconnects: this.#reconnects,
      latencyMs: this.#latencyMs,
    }
  }

  #add(now: EpochMs): void {
    const passedMs = Math.max(0, now - this.#since)
    this.#since = now
    if (this.#state === 'playing') this.#playedMs += passedMs
    // the time before a first picture is told apart, and who chooses another one waits for it knowingly
    else if (WAITING.has(this.#state) && this.#firstFrameMs !== null) this.#stalledMs += passedMs
  }
}

const whole = (ms: number): number => Math.round(Math.min(Math.max(ms, 0), DAY_MS))
