import { flvFrame, flvOpening } from './media/flv-mux'
import type { Frame, MediaConfig } from './media/frame'

/** One HTTP-FLV viewer, as far as the sender needs to know it. */
export interface FlvViewer {
  write(bytes: Buffer): void
  /** Bytes accepted but not yet taken by the network. */
  backlog(): number
  end(): void
  drop(): void
}

/** A viewer this far behind will never catch up; dropping it lets the player reconnect at the live edge. */
const LARGEST_BACKLOG = 2 * 1024 * 1024
const LARGEST_GOP = 16 * 1024 * 1024

/** Sends one session's frames to every viewer, and to a new one everything since the last key frame. */
export class FlvAudience {
  readonly #opening: Buffer
  readonly #viewers = new Set<FlvViewer>()
  readonly #waiting = new Set<FlvViewer>()
  #gop: Buffer[] = []
  #gopBytes = 0
  #isKept = false

  constructor(config: MediaConfig) {
    this.#opening = flvOpening(config)
  }

  get size(): number {
    return this.#viewers.size + this.#waiting.size
  }

  join(viewer: FlvViewer): void {
    if (this.#gop.length === 0) {
      this.#waiting.add(viewer)
      return
    }
    viewer.write(Buffer.concat([this.#opening, ...this.#gop]))
    this.#viewers.add(viewer)
  }

  leave(viewer: FlvViewer): void {
    this.#viewers.delete(viewer)
    this.#waiting.delete(viewer)
  }

  send(frames: readonly Frame[]): void {
    let unsent: Buffer[] = []
    for (const frame of frames) {
      if (frame.kind === 'video' && frame.isKey) {
        this.#broadcast(unsent)
        unsent = []
        this.#startGop()
      }
      const tag = flvFrame(frame)
      this.#remember(tag)
      unsent.push(tag)
    }
    this.#broadcast(unsent)
  }

  /** Ends every viewer's stream cleanly: players take it as "connect again". */
  close(): void {
    for (const viewer of [...this.#viewers, ...this.#waiting]) viewer.end()
    this.#viewers.clear()
    this.#waiting.clear()
  }

  #startGop(): void {
    this.#gop = []
    this.#gopBytes = 0
    this.#isKept = true
    for (const viewer of this.#waiting) {
      viewer.write(this.#opening)
      this.#viewers.add(viewer)
    }
    this.#waiting.clear()
  }

  #remember(tag: Buffer): void {
    if (!this.#isKept) return
    this.#gop.push(tag)
    this.#gopBytes += tag.length
    if (this.#gopBytes <= LARGEST_GOP) return
    // without key frames there is no cheap way in: newcomers wait for the next one
    this.#gop = []
    this.#isKept = false
  }

  #broadcast(tags: readonly Buffer[]): void {
    if (tags.length === 0 || this.#viewers.size === 0) return
    const bytes = Buffer.concat(tags)
    for (const viewer of this.#viewers) {
      if (viewer.backlog() <= LARGEST_BACKLOG) {
        viewer.write(bytes)
        continue
      }
      this.#viewers.delete(viewer)
      viewer.drop()
    }
  }
}
