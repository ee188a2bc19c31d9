import type { FlvViewer } from './flv-audience'
import { HlsWindow } from './hls-window'
import { initSegment } from './media/fmp4-init'
import type { AudioConfig, Frame } from './media/frame'
import type { Rendition } from './rendition'
import { SoundAudience } from './sound-audience'
import { SoundSegmenter } from './sound-segmenter'

/** The sound of a stream for those who want no picture: the very same frames in containers of their own. */
export class SoundChannel implements Rendition {
  readonly #hls: HlsWindow
  #audience: SoundAudience | null = null
  #segmenter: SoundSegmenter | null = null
  /** Server time less the stream's own; null until a picture has told it. */
  #offsetMs: number | null = null

  constructor(startSeconds: number) {
    this.#hls = new HlsWindow(startSeconds)
  }

  open(audio: AudioConfig | null): void {
    this.close()
    if (!audio) return
    this.#audience = new SoundAudience(audio)
    this.#segmenter = new SoundSegmenter(audio)
    this.#hls.begin(initSegment({ video: null, audio }))
  }

  push(frames: readonly Frame[]): void {
    const sounds = frames.flatMap((frame) => {
      if (frame.kind === 'video') this.#offsetMs ??= frame.wallMs - frame.dtsMs
      if (frame.kind === 'video' || this.#offsetMs === null) return []
      return [{ ...frame, wallMs: frame.dtsMs + this.#offsetMs }]
    })
    this.#audience?.send(sounds)
    for (const sound of sounds) this.#hls.list(this.#segmenter?.push(sound) ?? null)
  }

  close(): void {
    this.#audience?.close()
    this.#audience = null
    this.#hls.list(this.#segmenter?.finish() ?? null)
    this.#segmenter = null
    this.#offsetMs = null
  }

  join(viewer: FlvViewer): boolean {
    this.#audience?.join(viewer)
    return this.#audience !== null
  }

  leave(viewer: FlvViewer): void {
    this.#audience?.leave(viewer)
  }

  playlist(folder: string): string | null {
    return this.#audience ? this.#hls.playlist(folder) : null
  }

  init(session: number): Buffer | null {
    return this.#hls.init(session)
  }

  segment(sequence: number): Buffer | null {
    return this.#hls.segment(sequence)
  }
}
