import type { FlvViewer } from './flv-audience'
import { flvClock, flvFrame, flvOpening } from './media/flv-mux'
import type { AudioConfig, DatedSound } from './media/frame'

/** A listener this far behind (20 s of sound) reconnects at the live edge. */
const LARGEST_BACKLOG = 128 * 1024

/** Sends one session's sounds to every listener; a new one is let in with the next sound, and told its time. */
export class SoundAudience {
  readonly #opening: Buffer
  readonly #listeners = new Set<FlvViewer>()
  readonly #waiting = new Set<FlvViewer>()

  constructor(audio: AudioConfig) {
    this.#opening = flvOpening({ video: null, audio })
  }

  join(listener: FlvViewer): void {
    this.#waiting.add(listener)
  }

  leave(listener: FlvViewer): void {
    this.#waiting.delete(listener)
    this.#listeners.delete(listener)
  }

  send(sounds: readonly DatedSound[]): void {
    const first = sounds[0]
    if (!first) return
    const tags = Buffer.concat(sounds.map(flvFrame))
    for (const listener of this.#listeners) {
      if (listener.backlog() <= LARGEST_BACKLOG) {
        listener.write(tags)
        continue
      }
      this.#listeners.delete(listener)
      listener.drop()
    }
    if (this.#waiting.size === 0) return
    const welcome = Buffer.concat([this.#opening, flvClock(first.dtsMs, Math.round(first.wallMs)), tags])
    for (const listener of this.#waiting) {
      listener.write(welcome)
      this.#listeners.add(listener)
    }
    this.#waiting.clear()
  }

  close(): void {
    for (const listener of [...this.#listeners, ...this.#waiting]) listener.end()
    this.#listeners.clear()
    this.#waiting.clear()
  }
}
