import type { PlaySources, PlayerState } from '../../ports/player'
import { EngineChoice } from '../../reconnect/engine-choice'
import type { Candidate } from '../../reconnect/engine-choice'
import { Reconnect } from '../../reconnect/reconnect'
import { Status } from '../../reconnect/status'
import type { Cancel, Timing } from '../../reconnect/timing'
import { chase } from './latency-chase'
import type { Engine, EngineKind, Screen, StartEngine } from './engine'

const TICK_MS = 200
const STALLED_MS = 400
/** Without pictures the position is the sign, and it moves four times a second. */
const SILENT_MS = 1000
const LOST_MS = 2500
/** A first picture may take longer: a slow handshake is no reason to begin another one. */
const NO_FIRST_PICTURE_MS = 6000
/** A page in the background goes on for this long, then saves the data. */
const HIDDEN_MS = 30_000
const MARGIN_STEP_MS = 300
const LARGEST_MARGIN_MS = 1500

export interface LiveControllerParts {
  readonly screen: Screen
  readonly startEngine: StartEngine
  /** Engines that this browser can run, best first. */
  readonly engines: readonly Candidate<EngineKind>[]
  readonly refresh: () => Promise<PlaySources | null>
  readonly onState: (state: PlayerState) => void
  readonly onEngine?: ((kind: EngineKind) => void) | undefined
  readonly isSoundOnly?: boolean
  readonly timing: Timing
}

/**
 * Keeps a live picture on screen. Engines are believed only when they report trouble; that all is well is believed only
 * when pictures appear, because after a freeze they stay behind for ever, and after an end they do not come back.
 */
export class LiveController {
  readonly #parts: LiveControllerParts
  readonly #reconnect: Reconnect
  readonly #status: Status
  readonly #choice: EngineChoice<EngineKind>
  readonly #cancels: Cancel[]
  #engine: Engine | null = null
  /** The engine is lost; it only plays out what it has. */
  #isLost = false
  #hasPicture = false
  #lastSignMs = 0
  #marginMs = 0
  #isHidden = false
  #isPaused = false
  #cancelHidden: Cancel | null = null

  constructor(parts: LiveControllerParts) {
    const { timing, refresh, screen } = parts
    this.#parts = parts
    this.#status = new Status(timing, parts.onState)
    this.#choice = new EngineChoice(parts.engines)
    this.#reconnect = new Reconnect({ timing, refresh, connect: (sources) => this.#connect(sources) })
    this.#cancels = [screen.onPicture(() => this.#onPicture()), timing.every(TICK_MS, () => this.#tick())]
  }

  start(sources: PlaySources): void {
    if (!this.#choice.kind) {
      this.#status.set('failed')
      return
    }
    if (this.#isPaused) return
    this.#status.set('loading')
    this.#reconnect.begin(sources)
  }

  /** The network is back, or the host is. */
  online(): void {
    this.#reconnect.hurry()
  }

  setHidden(isHidden: boolean): void {
    this.#isHidden = isHidden
    this.#cancelHidden?.()
    this.#cancelHidden = isHidden ? this.#parts.timing.after(HIDDEN_MS, () => this.#suspend()) : null
    if (isHidden || this.#isPaused) return
    // no pictures are drawn for a hidden page: the watchdog starts counting now
    this.#lastSignMs = this.#parts.timing.now()
    if (this.#status.state !== 'idle') this.#reconnect.hurry()
    else if (this.#choice.kind) this.#resume()
  }

  /** Stopped by the person: the last picture stays, and later it goes on with what is live then. */
  setPaused(isPaused: boolean): void {
    if (isPaused === this.#isPaused) return
    this.#isPaused = isPaused
    if (isPaused) this.#suspend()
    else if (this.#choice.kind) this.#resume()
  }

  /** Server time of the picture on screen; null until the stream has told it. */
  clockMs(): number | null {
    return this.#hasPicture ? (this.#engine?.clockMs() ?? null) : null
  }

  destroy(): void {
    for (const cancel of this.#cancels) cancel()
    this.#cancelHidden?.()
    this.#reconnect.stop()
    this.#status.stop()
    this.#drop()
  }

  #connect(sources: PlaySources): void {
    const { startEngine, screen, timing } = this.#parts
    const kind = this.#choice.kind
    if (!kind) return
    this.#parts.onEngine?.(kind)
    if (this.#hasPicture) screen.hold()
    this.#drop()
    this.#lastSignMs = timing.now()
    const engine = startEngine(kind, kind === 'flv' ? sources.flv : sources.hls, () => {
      if (this.#engine === engine) this.#lose()
    })
    this.#engine = engine
  }

  #onPicture(): void {
    this.#lastSignMs = this.#parts.timing.now()
    if (this.#isLost || !this.#engine) return
    if (!this.#hasPicture) {
      this.#hasPicture = true
      this.#parts.screen.release()
      this.#choice.prove()
      this.#reconnect.succeeded()
    }
    this.#status.set('playing')
  }

  #tick(): void {
    if (!this.#engine || this.#isLost || this.#isHidden) return
    const quietMs = this.#parts.timing.now() - this.#lastSignMs
    if (quietMs > (this.#hasPicture ? LOST_MS : NO_FIRST_PICTURE_MS)) {
      this.#lose()
      return
    }
    if (!this.#hasPicture) return
    const limitMs = this.#parts.isSoundOnly === true ? SILENT_MS : STALLED_MS
    if (quietMs > limitMs && this.#status.state === 'playing') this.#stalled()
    if (this.#engine.isChased) this.#chase()
  }

  #stalled(): void {
    this.#marginMs = Math.min(this.#marginMs + MARGIN_STEP_MS, LARGEST_MARGIN_MS)
    this.#status.set('stalled')
  }

  #chase(): void {
    const { screen } = this.#parts
    const aheadMs = screen.aheadMs()
    if (aheadMs === null) return
    const { jumpMs, rate } = chase(aheadMs, screen.rate(), this.#marginMs)
    if (jumpMs > 0) screen.jumpAhead(jumpMs)
    if (rate !== screen.rate()) screen.setRate(rate)
  }

  /** The engine stays until the next one starts: what it has buffered is better than a black picture. */
  #lose(): void {
    if (this.#isLost) return
    this.#isLost = true
    if (!this.#hasPicture) this.#choice.miss()
    this.#status.set('retrying')
    this.#reconnect.schedule()
  }

  #suspend(): void {
    this.#parts.screen.hold()
    this.#reconnect.stop()
    this.#drop()
    this.#status.set('idle')
  }

  #resume(): void {
    this.#status.set('loading')
    this.#reconnect.again()
  }

  #drop(): void {
    this.#engine?.destroy()
    this.#engine = null
    this.#isLost = false
    this.#hasPicture = false
  }
}
