import { mediaSegment } from './media/fmp4-fragment'
import { AAC_FRAME_SAMPLES } from './media/frame'
import type { AudioConfig, DatedSound } from './media/frame'
import type { Segment } from './segmenter'

const LONG_ENOUGH_MS = 1280

/** Cuts sounds into fMP4 segments; any sound can begin one. */
export class SoundSegmenter {
  readonly #sampleRate: number
  #sounds: DatedSound[] = []
  #sequence = 0
  #samples = 0

  constructor({ sampleRate }: AudioConfig) {
    this.#sampleRate = sampleRate
  }

  push(sound: DatedSound): Segment | null {
    const first = this.#sounds[0]
    const cut = first && sound.dtsMs - first.dtsMs >= LONG_ENOUGH_MS ? this.finish() : null
    this.#sounds.push(sound)
    return cut
  }

  finish(): Segment | null {
    const sounds = this.#sounds
    const first = sounds[0]
    if (!first) return null
    this.#sounds = []
    // counted, not told: times rounded to milliseconds would leave a click at every seam
    const decodeTime = this.#samples
    this.#samples += sounds.length * AAC_FRAME_SAMPLES
    const audio = {
      decodeTime,
      frameDuration: AAC_FRAME_SAMPLES,
      samples: sounds.map(({ data }) => data),
    }
    return {
      bytes: mediaSegment({ sequence: ++this.#sequence, video: null, audio }),
      durationMs: (sounds.length * AAC_FRAME_SAMPLES * 1000) / this.#sampleRate,
      wallMs: Math.round(first.wallMs),
    }
  }
}
