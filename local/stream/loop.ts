import { readAacConfig } from './media/aac'
import { readAvcConfig } from './media/avc'
import { readAudioBody, readFlvTags, readVideoBody, TAG } from './media/flv-demux'
import type { MediaConfig } from './media/frame'

export interface LoopPicture {
  readonly isKey: boolean
  readonly ctsMs: number
  readonly data: Buffer
}

/** A short video cut to a whole number of 320 ms units, so that picture and sound meet at the seam. */
export interface Loop {
  readonly config: MediaConfig
  readonly pictures: readonly LoopPicture[]
  readonly sounds: readonly Buffer[]
}

export const PICTURE_MS = 40
const SAMPLE_RATE = 48000
// 8 pictures of 40 ms and 15 AAC frames of 1024/48000 s both last exactly 320 ms
const PICTURES_PER_UNIT = 8
const SOUNDS_PER_UNIT = 15

/** Reads a loop from an FLV file: 25 pictures/s H.264 and 48 kHz AAC; null for anything else. */
export function readLoop(file: Buffer): Loop | null {
  const read = collect(file)
  if (!read.video || read.audio?.sampleRate !== SAMPLE_RATE || !hasPace(read.times)) return null
  const units = Math.floor(
    Math.min(read.pictures.length / PICTURES_PER_UNIT, read.sounds.length / SOUNDS_PER_UNIT),
  )
  if (units === 0 || !read.pictures[0]?.isKey) return null
  return {
    config: { video: read.video, audio: read.audio },
    pictures: read.pictures.slice(0, units * PICTURES_PER_UNIT),
    sounds: read.sounds.slice(0, units * SOUNDS_PER_UNIT),
  }
}

function collect(file: Buffer) {
  const found = {
    video: null as MediaConfig['video'] | null,
    audio: null as MediaConfig['audio'],
    pictures: [] as LoopPicture[],
    sounds: [] as Buffer[],
    times: [] as number[],
  }
  for (const tag of readFlvTags(file)) {
    if (tag.type === TAG.video) {
      const body = readVideoBody(tag.body)
      if (body.kind === 'config') found.video = readAvcConfig(body.avcC)
      if (body.kind !== 'frame') continue
      found.pictures.push({ isKey: body.isKey, ctsMs: body.ctsMs, data: body.data })
      found.times.push(tag.timestampMs)
    } else if (tag.type === TAG.audio) {
      const body = readAudioBody(tag.body)
      if (body.kind === 'config') found.audio = readAacConfig(body.asc)
      if (body.kind === 'frame') found.sounds.push(body.data)
    }
  }
  return found
}

/** Encoders shift and round the stored times; only their average pace is checked, then never used again. */
function hasPace(times: readonly number[]): boolean {
  const first = times[0]
  const last = times.at(-1)
  if (first === undefined || last === undefined || times.length < PICTURES_PER_UNIT) return false
  return Math.abs((last - first) / (times.length - 1) - PICTURE_MS) < 0.5
}
