import { type Loop, PICTURE_MS } from '../loop'
import { mediaSegment } from '../media/fmp4-fragment'
import { initSegment, VIDEO_TIMESCALE } from '../media/fmp4-init'
import { AAC_FRAME_SAMPLES } from '../media/frame'
import type { Stretch } from './stretch'

const PICTURE_TICKS = (VIDEO_TIMESCALE / 1000) * PICTURE_MS
/** Samples of 48 kHz sound while one picture is shown. */
const PICTURE_SAMPLES = 48 * PICTURE_MS
/** Long enough that two hours are a short playlist. */
const SEGMENT_PICTURES = 100
/** Twice as long a segment never comes up: no address makes this server build one. */
const MOST_PICTURES = 1_000

/** A segment by its pictures, counted since 1970: the first of the stretch, its own first, and the next one's. */
export interface PictureRange {
  readonly origin: number
  readonly from: number
  readonly to: number
}

/**
 * What a loop showed at any time. Nothing is kept: the picture at a given server time is always the same one (see
 * loop-timeline.ts), so every segment is made when it is asked for.
 */
export class LoopPast {
  readonly init: Buffer
  readonly #loop: Loop

  constructor(loop: Loop) {
    this.#loop = loop
    this.init = initSegment(loop.config)
  }

  /** The stretch from the key picture that was on screen at `fromMs`; `address` names the files. */
  stretch(
    { fromMs, toMs }: { fromMs: number; toMs: number },
    address: { readonly init: string; readonly segment: (range: PictureRange) => string },
  ): Stretch {
    const origin = this.#keyAt(Math.floor(fromMs / PICTURE_MS))
    const end = Math.max(Math.floor(toMs / PICTURE_MS), origin + 1)
    const segments = []
    for (let from = origin; from < end;) {
      const to = Math.min(this.#nextCut(from), end)
      segments.push({
        uri: address.segment({ origin, from, to }),
        durationMs: (to - from) * PICTURE_MS,
      })
      from = to
    }
    return { wallMs: origin * PICTURE_MS, init: address.init, segments }
  }

  /** Null for a range that no playlist of ours names. */
  segment({ origin, from, to }: PictureRange): Buffer | null {
    if (from < origin || to <= from || to - from > MOST_PICTURES) return null
    const pictures = Array.from({ length: to - from }, (_, index) => this.#picture(from + index))
    const [firstSound, endSound] = [soundAt(from), soundAt(to)]
    return mediaSegment({
      sequence: 1 + ((from - origin) % 0xffffffff),
      video: {
        decodeTime: (from - origin) * PICTURE_TICKS,
        samples: pictures.map(({ data, isKey, ctsMs }) => ({
          data,
          isKey,
          duration: PICTURE_TICKS,
          compositionOffset: (ctsMs * VIDEO_TIMESCALE) / 1000,
        })),
      },
      audio: {
        decodeTime: firstSound * AAC_FRAME_SAMPLES - origin * PICTURE_SAMPLES,
        frameDuration: AAC_FRAME_SAMPLES,
        samples: Array.from({ length: endSound - firstSound }, (_, index) => this.#sound(firstSound + index)),
      },
    })
  }

  #keyAt(picture: number): number {
    let key = picture
    while (!this.#picture(key).isKey) key -= 1
    return key
  }

  #nextCut(from: number): number {
    let cut = from + SEGMENT_PICTURES
    while (!this.#picture(cut).isKey) cut += 1
    return cut
  }

  #picture(index: number) {
    return at(this.#loop.pictures, index)
  }

  #sound(index: number): Buffer {
    return at(this.#loop.sounds, index)
  }
}

/** The first sound that begins with the picture or after it: 15 for every 8 (see loop.ts). */
const soundAt = (picture: number): number => Math.ceil((picture * PICTURE_SAMPLES) / AAC_FRAME_SAMPLES)

function at<T>(all: readonly T[], index: number): T {
  const one = all[index % all.length]
  if (one === undefined) throw new Error('A loop has pictures and sounds')
  return one
}
