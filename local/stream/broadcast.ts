import { Channel } from './channel'
import type { Loop } from './loop'
import { LoopTimeline } from './loop-timeline'
import type { Frame, MediaConfig } from './media/frame'

/** Whatever feeds a channel from outside: it opens, pushes and ends; all calls after `end` are ignored. */
export interface Feed {
  open(config: MediaConfig): void
  push(frames: readonly Frame[]): void
  end(): void
}

/** A loop that starts is shown as if it had run a while, so that HLS has segments to begin with. */
const PAST_AT_START_MS = 9000
/** After a longer sleep (a closed laptop lid) the missed part is skipped, not sent in one burst. */
const LONGEST_LAG_MS = 10_000
const CLOCK_STEP_BACK_MS = -1000

/** One stream name: its loop plays for ever, and a publisher takes its place while it sends. */
export class Broadcast {
  readonly channel: Channel
  readonly #loop: Loop | null
  #timeline: LoopTimeline | null = null
  #feed: Feed | null = null
  #isFed = false

  constructor(loop: Loop | null, nowMs: number) {
    this.#loop = loop
    this.channel = new Channel(nowMs - PAST_AT_START_MS)
    this.#startLoop(nowMs - PAST_AT_START_MS)
    this.channel.push(this.#timeline?.framesUntil(nowMs) ?? [])
  }

  /** True when nothing would be lost by forgetting this broadcast. */
  get isIdle(): boolean {
    return !this.#loop && !this.#feed
  }

  tick(nowMs: number): void {
    if (this.#isFed || !this.#timeline) return
    const lag = this.#timeline.lagMs(nowMs)
    if (lag > LONGEST_LAG_MS || lag < CLOCK_STEP_BACK_MS) this.#startLoop(nowMs)
    this.channel.push(this.#timeline.framesUntil(nowMs))
  }

  /** Reserves the input for one publisher; null while another one has it. */
  takeFeed(now: () => number): Feed | null {
    if (this.#feed) return null
    const feed: Feed = {
      open: (config) => {
        if (this.#feed !== feed) return
        this.#isFed = true
        this.channel.open(config)
      },
      push: (frames) => {
        if (this.#feed === feed && this.#isFed) this.channel.push(frames)
      },
      end: () => {
        if (this.#feed !== feed) return
        this.#feed = null
        if (!this.#isFed) return
        this.#isFed = false
        this.channel.close()
        this.#startLoop(now())
      },
    }
    this.#feed = feed
    return feed
  }

  #startLoop(fromMs: number): void {
    if (!this.#loop) return
    this.#timeline = new LoopTimeline(this.#loop, fromMs)
    this.channel.open(this.#loop.config)
  }
}
