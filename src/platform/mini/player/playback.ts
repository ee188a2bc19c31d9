import type { PlaySources, PlayerState } from '../../ports/player'
import type { Candidate } from '../../reconnect/engine-choice'
import { EngineChoice } from '../../reconnect/engine-choice'
import { Reconnect } from '../../reconnect/reconnect'
import { Status } from '../../reconnect/status'
import type { Cancel, Timing } from '../../reconnect/timing'

/** What a host's own player says about itself, in our words. */
export type Signal = 'loading' | 'playing' | 'stalled' | 'reconnecting' | 'ended' | 'gave-up'

/** One life of a host's component; a new round is a new component. */
export interface Round<Kind> {
  readonly number: number
  readonly kind: Kind
  readonly sources: PlaySources
}

export interface PlaybackParts<Kind> {
  readonly timing: Timing
  readonly engines: readonly Candidate<Kind>[]
  readonly refresh: () => Promise<PlaySources | null>
  readonly onState: (state: PlayerState) => void
  /** Null: nothing is shown any more. */
  readonly onRound: (round: Round<Kind> | null) => void
  /** How often this kind says that it plays: a longer silence is a stall. Null when it says so only once. */
  readonly heartbeatOf: (kind: Kind) => number | null
}

/** A host's player reconnects by itself for a while; longer than this, a fresh address does better. */
const PATIENCE_MS = 10_000
/** Back in the foreground after this long, the old connection is not worth waiting for. */
const LONG_AWAY_MS = 5000

/** Follows a host's player that fetches the stream itself, and replaces it when it has given up. */
export class Playback<Kind> {
  readonly #parts: PlaybackParts<Kind>
  readonly #reconnect: Reconnect
  readonly #status: Status
  readonly #choice: EngineChoice<Kind>
  #round = 0
  #hasPicture = false
  #cancelPatience: Cancel | null = null
  #cancelHeartbeat: Cancel | null = null
  #awaySinceMs: number | null = null
  #isPaused = false

  constructor(parts: PlaybackParts<Kind>) {
    const { timing, refresh } = parts
    this.#parts = parts
    this.#choice = new EngineChoice(parts.engines)
    this.#status = new Status(timing, parts.onState)
    this.#reconnect = new Reconnect({ timing, refresh, connect: (sources) => this.#connect(sources) })
  }

  start(sources: PlaySources): void {
    if (this.#isPaused) return
    this.#status.set('loading')
    this.#reconnect.begin(sources)
  }

  /** Takes what round `number` says; a component that was replaced may still talk. */
  signal(number: number, signal: Signal): void {
    if (number !== this.#round || this.#awaySinceMs !== null || this.#isPaused) return
    switch (signal) {
      case 'playing':
        this.#played()
        return
      case 'loading':
      case 'stalled':
        this.#wait(this.#hasPicture ? 'stalled' : 'loading')
        return
      case 'reconnecting':
        this.#wait('retrying')
        return
      case 'ended':
      case 'gave-up':
        this.#lose()
    }
  }

  /** The network is back, or the host is. */
  online(): void {
    this.#reconnect.hurry()
  }

  /** The page went out of sight or came back. */
  setAway(isAway: boolean): void {
    const { timing } = this.#parts
    const since = this.#awaySinceMs
    if (isAway === (since !== null)) return
    this.#awaySinceMs = isAway ? timing.now() : null
    if (since === null) this.#stopTimers()
    else if (this.#isPaused) return
    else if (timing.now() - since > LONG_AWAY_MS || this.#status.state !== 'playing') this.#reconnect.again()
  }

  /** Stopped by the person: the component goes, and later another one begins with what is live then. */
  setPaused(isPaused: boolean): void {
    if (isPaused === this.#isPaused) return
    this.#isPaused = isPaused
    if (isPaused) {
      this.#stopTimers()
      this.#status.set('idle')
      this.#parts.onRound(null)
      return
    }
    this.#status.set('loading')
    this.#reconnect.again()
  }

  destroy(): void {
    this.#stopTimers()
    this.#status.stop()
    this.#round = 0
  }

  #connect(sources: PlaySources): void {
    const kind = this.#choice.kind
    if (kind === undefined) {
      this.#status.set('failed')
      return
    }
    this.#hasPicture = false
    this.#round++
    this.#parts.onRound({ number: this.#round, kind, sources })
    this.#startPatience()
  }

  #played(): void {
    const { timing, heartbeatOf } = this.#parts
    // it came back by itself before its replacement was due
    if (this.#reconnect.isPending) this.#reconnect.stop()
    if (!this.#hasPicture) {
      this.#hasPicture = true
      this.#choice.prove()
      this.#reconnect.succeeded()
    }
    this.#cancelPatience?.()
    this.#cancelHeartbeat?.()
    this.#status.set('playing')
    const kind = this.#choice.kind
    const heartbeatMs = kind === undefined ? null : heartbeatOf(kind)
    if (heartbeatMs !== null) this.#cancelHeartbeat = timing.after(heartbeatMs, () => this.#wait('stalled'))
  }

  #wait(state: PlayerState): void {
    this.#cancelHeartbeat?.()
    if (this.#status.state === 'playing') this.#startPatience()
    this.#status.set(state)
  }

  #startPatience(): void {
    this.#cancelPatience?.()
    this.#cancelPatience = this.#parts.timing.after(PATIENCE_MS, () => this.#lose())
  }

  #lose(): void {
    this.#cancelPatience?.()
    this.#cancelHeartbeat?.()
    if (this.#reconnect.isPending) return
    if (!this.#hasPicture) this.#choice.miss()
    this.#status.set('retrying')
    this.#reconnect.schedule()
  }

  #stopTimers(): void {
    this.#cancelPatience?.()
    this.#cancelHeartbeat?.()
    this.#reconnect.stop()
  }
}
