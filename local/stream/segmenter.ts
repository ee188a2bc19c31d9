import { mediaSegment } from './media/fmp4-fragment'
import { VIDEO_TIMESCALE } from './media/fmp4-init'
import { AAC_FRAME_SAMPLES } from './media/frame'
import type { AudioFrame, Frame, MediaConfig, VideoFrame } from './media/frame'

export interface Segment {
  readonly bytes: Buffer
  readonly durationMs: number
  /** Server time of the first picture. */
  readonly wallMs: number
}

const SHORTEST_MS = 1000
const LONGEST_MS = 30_000
const LARGEST_BYTES = 24 * 1024 * 1024
const TICKS_PER_MS = VIDEO_TIMESCALE / 1000
/** Assumed length of the last picture of a stream that ended. */
const LAST_PICTURE_MS = 40
/** FLV rounds audio times to milliseconds; only a larger step is a real gap. */
const AUDIO_GAP_MS = 60

/** Cuts one session's frames into fMP4 segments, each starting with a key frame and at least 1 s long. */
export class Segmenter {
  readonly #sampleRate: number
  #video: VideoFrame[] = []
  #audio: AudioFrame[] = []
  #bytes = 0
  #sequence = 0
  #audioTime: number | null = null

  constructor(config: MediaConfig) {
    this.#sampleRate = config.audio?.sampleRate ?? 48000
  }

  /** Takes the next frame; gives the segment that it completed, if any. */
  push(frame: Frame): Segment | null {
    const first = this.#video[0]
    if (frame.kind === 'audio') {
      if (first) this.#keep(this.#audio, frame)
      return null
    }
    if (!first) {
      if (frame.isKey) this.#keep(this.#video, frame)
      return null
    }
    const lengthMs = frame.dtsMs - first.dtsMs
    const cut = frame.isKey && lengthMs >= SHORTEST_MS ? this.#build(frame.dtsMs) : null
    // a stream without key frames would grow for ever: wait for the next one instead
    if (lengthMs > LONGEST_MS || this.#bytes > LARGEST_BYTES) this.#clear()
    if (this.#video.length > 0 || frame.isKey) this.#keep(this.#video, frame)
    return cut
  }

  /** Gives what is left when the stream ends. */
  finish(): Segment | null {
    const last = this.#video.at(-1)
    return last ? this.#build(last.dtsMs + LAST_PICTURE_MS) : null
  }

  #keep<F extends Frame>(list: F[], frame: F): void {
    list.push(frame)
    this.#bytes += frame.data.length
  }

  #clear(): void {
    this.#video = []
    this.#audio = []
    this.#bytes = 0
  }

  #build(endMs: number): Segment | null {
    const first = this.#video[0]
    if (!first) return null
    const samples = this.#video.map((frame, i) => ({
      data: frame.data,
      isKey: frame.isKey,
      duration: Math.max(0, (this.#video[i + 1]?.dtsMs ?? endMs) - frame.dtsMs) * TICKS_PER_MS,
      compositionOffset: frame.ctsMs * TICKS_PER_MS,
    }))
    const bytes = mediaSegment({
      sequence: ++this.#sequence,
      video: { decodeTime: first.dtsMs * TICKS_PER_MS, samples },
      audio: {
        decodeTime: this.#nextAudioTime(),
        frameDuration: AAC_FRAME_SAMPLES,
        samples: this.#audio.map((frame) => frame.data),
      },
    })
    this.#clear()
    return { bytes, durationMs: endMs - first.dtsMs, wallMs: first.wallMs + first.ctsMs }
  }

  /** Counts audio in samples across segments, so that rounded times leave no clicks between them. */
  #nextAudioTime(): number {
    const first = this.#audio[0]
    if (!first) return 0
    const told = (first.dtsMs * this.#sampleRate) / 1000
    const gap = (AUDIO_GAP_MS * this.#sampleRate) / 1000
    const counted = this.#audioTime ?? told
    const start = Math.round(Math.abs(told - counted) > gap ? told : counted)
    this.#audioTime = start + this.#audio.length * AAC_FRAME_SAMPLES
    return start
  }
}
