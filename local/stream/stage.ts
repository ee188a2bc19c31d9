import { Broadcast } from './broadcast'
import type { Feed } from './broadcast'
import type { StreamEvent } from './callbacks'
import type { Rendition } from './rendition'
import { wholeOf } from './sound-name'
import type { Loop } from './loop'
import { Past } from './past/past'
import type { Archive, PushRecorder } from './past/archive'

export interface StageOptions {
  readonly loops: ReadonlyMap<string, Loop>
  readonly now: () => number
  readonly notify: (event: StreamEvent) => void
  /** Keeps what is pushed; without one only loops can be watched again. */
  readonly archive?: Archive
}

/** All stream names of this server. */
export class Stage {
  readonly past: Past
  readonly #options: StageOptions
  readonly #broadcasts = new Map<string, Broadcast>()
  #published = 0

  constructor(options: StageOptions) {
    this.#options = options
    this.past = new Past(options.loops, options.archive ?? null)
    for (const [name, loop] of options.loops) this.#broadcasts.set(name, new Broadcast(loop, options.now()))
  }

  /** What viewers of this name get; null when nothing is on air. */
  rendition(name: string): Rendition | null {
    const whole = wholeOf(name)
    const channel = this.#broadcasts.get(whole ?? name)?.channel
    if (!channel?.isLive) return null
    return whole === null ? channel : channel.sound
  }

  /** Moves every loop on to the present. */
  tick(): void {
    for (const broadcast of this.#broadcasts.values()) broadcast.tick(this.#options.now())
  }

  /** Reserves a name for one publisher; null while another one has it. */
  publish(name: string): Feed | null {
    const { loops, now, notify } = this.#options
    const broadcast = this.#broadcasts.get(name) ?? new Broadcast(null, now())
    const feed = broadcast.takeFeed(now)
    if (!feed) return null
    this.#broadcasts.set(name, broadcast)
    const publishedMs = now()
    const sequence = `${publishedMs}${String(++this.#published).padStart(4, '0')}`
    const event = { stream: name, sequence, publishedMs }
    let isAnnounced = false
    let recorder: PushRecorder | null = null
    return {
      open: (config) => {
        feed.open(config)
        recorder?.close()
        recorder = this.past.record(name, config, now())
        // told only when there is something to see, so that a room never switches to a black picture
        if (!isAnnounced) notify({ kind: 'published', ...event })
        isAnnounced = true
      },
      push: (frames) => {
        feed.push(frames)
        recorder?.push(frames)
      },
      end: () => {
        feed.end()
        recorder?.close()
        recorder = null
        // where a loop takes over there is still something to see: the host is not away
        if (isAnnounced && !loops.has(name)) notify({ kind: 'stopped', ...event })
        isAnnounced = false
        if (broadcast.isIdle && this.#broadcasts.get(name) === broadcast) this.#broadcasts.delete(name)
      },
    }
  }

  /** Ends every viewer's stream. */
  close(): void {
    for (const broadcast of this.#broadcasts.values()) broadcast.channel.close()
  }
}
