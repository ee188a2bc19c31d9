import { FlvAudience } from './flv-audience'
import type { FlvViewer } from './flv-audience'
import { HlsWindow } from './hls-window'
import type { Frame, MediaConfig } from './media/frame'
import { withClock } from './media/sei'
import type { Rendition } from './rendition'
import { SoundChannel } from './sound-channel'

/** Pictures between two clock messages; players drop those of the first burst, so they must repeat. */
const CLOCK_EVERY = 8

/** What the viewers of one stream name get, whatever its input is at the moment. */
export class Channel implements Rendition {
  readonly sound: SoundChannel
  readonly #hls: HlsWindow
  #audience: FlvAudience | null = null
  #avcC: Buffer | null = null
  #pictures = 0

  constructor(nowMs: number) {
    const startSeconds = Math.floor(nowMs / 1000)
    this.#hls = new HlsWindow(startSeconds)
    this.sound = new SoundChannel(startSeconds)
  }

  get isLive(): boolean {
    return this.#audience !== null
  }

  get viewers(): number {
    return this.#audience?.size ?? 0
  }

  /** Starts a session: FLV viewers reconnect, HLS viewers meet a discontinuity. */
  open(config: MediaConfig): void {
    this.#audience?.close()
    this.#audience = new FlvAudience(config)
    this.#avcC = config.video.avcC
    this.#pictures = 0
    this.#hls.open(config)
    this.sound.open(config.audio)
  }

  push(frames: readonly Frame[]): void {
    const stamped = frames.map((frame) => this.#stamp(frame))
    this.#audience?.send(stamped)
    for (const frame of stamped) this.#hls.push(frame)
    this.sound.push(frames)
  }

  close(): void {
    this.#audience?.close()
    this.#audience = null
    this.#hls.finish()
    this.sound.close()
  }

  /** Lets a viewer in; false while nothing is on air. */
  join(viewer: FlvViewer): boolean {
    this.#audience?.join(viewer)
    return this.isLive
  }

  leave(viewer: FlvViewer): void {
    this.#audience?.leave(viewer)
  }

  playlist(folder: string): string | null {
    return this.isLive ? this.#hls.playlist(folder) : null
  }

  init(session: number): Buffer | null {
    return this.#hls.init(session)
  }

  segment(sequence: number): Buffer | null {
    return this.#hls.segment(sequence)
  }

  #stamp(frame: Frame): Frame {
    if (frame.kind === 'audio' || !this.#avcC) return frame
    if (this.#pictures++ % CLOCK_EVERY !== 0) return frame
    return { ...frame, data: withClock(frame.data, this.#avcC, frame.wallMs + frame.ctsMs) }
  }
}
