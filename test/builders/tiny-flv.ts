import { TAG } from '../../local/stream/media/flv-demux'
import { flvTag } from '../../local/stream/media/flv-mux'

/** A real decoder configuration: main profile, 540 × 960. */
export const AVC_CONFIG = Buffer.from(
  '014d401fffe1001c674d401fd980881e7bf016a04040b4a0000003002000000641e3064d01000668e9702f2c80',
  'hex',
)
/** AAC-LC, 48 kHz, stereo. */
export const AAC_CONFIG = Buffer.from('1190', 'hex')

const PICTURE_MS = 40
const SOUND_MS = 1024 / 48

/** One NAL unit with its length; `type` 5 is a key picture, 1 any other. It is parseable, not decodable. */
export function nal(type: number, ...payload: readonly number[]): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(1 + payload.length)
  return Buffer.concat([length, Buffer.from([type, ...payload])])
}

export function videoConfigBody(avcC = AVC_CONFIG): Buffer {
  return Buffer.concat([Buffer.from([0x17, 0, 0, 0, 0]), avcC])
}

export function audioConfigBody(asc = AAC_CONFIG): Buffer {
  return Buffer.concat([Buffer.from([0xaf, 0]), asc])
}

export function pictureBody(isKey: boolean, mark: number, ctsMs = 0): Buffer {
  const head = Buffer.from([isKey ? 0x17 : 0x27, 1, 0, 0, 0])
  head.writeIntBE(ctsMs, 2, 3)
  return Buffer.concat([head, nal(isKey ? 5 : 1, mark & 255)])
}

export function soundBody(mark: number): Buffer {
  return Buffer.from([0xaf, 1, mark & 255])
}

/** A loop of `units` × 320 ms: 25 pictures/s, a key picture every 8, 48 kHz sound. */
export function tinyFlv(units: number): Buffer {
  const pictures = Array.from({ length: units * 8 }, (_, i) =>
    flvTag(TAG.video, i * PICTURE_MS, pictureBody(i % 8 === 0, i)),
  )
  const sounds = Array.from({ length: units * 15 }, (_, i) =>
    flvTag(TAG.audio, Math.round(i * SOUND_MS), soundBody(i)),
  )
  return Buffer.concat([
    Buffer.from([0x46, 0x4c, 0x56, 1, 5, 0, 0, 0, 9, 0, 0, 0, 0]),
    flvTag(TAG.video, 0, videoConfigBody()),
    flvTag(TAG.audio, 0, audioConfigBody()),
    ...pictures,
    ...sounds,
  ])
}
