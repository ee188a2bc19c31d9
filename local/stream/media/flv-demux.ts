/** The body of one FLV tag or RTMP media message, told apart by its first bytes. */
export type VideoBody =
  | { readonly kind: 'config'; readonly avcC: Buffer }
  | { readonly kind: 'frame'; readonly isKey: boolean; readonly ctsMs: number; readonly data: Buffer }
  | { readonly kind: 'ignored' }
  | { readonly kind: 'unsupported' }

export type AudioBody =
  | { readonly kind: 'config'; readonly asc: Buffer }
  | { readonly kind: 'frame'; readonly data: Buffer }
  | { readonly kind: 'ignored' }
  | { readonly kind: 'unsupported' }

export interface FlvTag {
  readonly type: number
  readonly timestampMs: number
  readonly body: Buffer
}

const CODEC_AVC = 7
const FORMAT_AAC = 10
const TAG_HEADER = 11
/** Set in the first byte by Enhanced RTMP, whose codecs (HEVC, AV1) this server does not carry. */
const ENHANCED = 0x80

export const TAG = { audio: 8, video: 9, script: 18 } as const

/** Splits an FLV file into tags; a cut-off end or garbage simply ends the list. */
export function readFlvTags(file: Buffer): FlvTag[] {
  const tags: FlvTag[] = []
  if (file.length < 13 || file.toString('latin1', 0, 3) !== 'FLV') return tags
  let at = file.readUInt32BE(5) + 4
  while (at + TAG_HEADER <= file.length) {
    const size = file.readUIntBE(at + 1, 3)
    const end = at + TAG_HEADER + size
    if (end > file.length) break
    const timestampMs = file.readUIntBE(at + 4, 3) + file.readUInt8(at + 7) * 0x1000000
    tags.push({ type: file.readUInt8(at) & 31, timestampMs, body: file.subarray(at + TAG_HEADER, end) })
    at = end + 4
  }
  return tags
}

export function readVideoBody(body: Buffer): VideoBody {
  const first = body[0]
  if (first === undefined) return { kind: 'ignored' }
  if (first & ENHANCED || (first & 15) !== CODEC_AVC) return { kind: 'unsupported' }
  if (body.length < 5) return { kind: 'ignored' }
  const data = body.subarray(5)
  if (body[1] === 0) return { kind: 'config', avcC: data }
  if (body[1] !== 1 || data.length === 0) return { kind: 'ignored' }
  return { kind: 'frame', isKey: first >> 4 === 1, ctsMs: body.readIntBE(2, 3), data }
}

export function readAudioBody(body: Buffer): AudioBody {
  const first = body[0]
  if (first === undefined) return { kind: 'ignored' }
  if (first >> 4 !== FORMAT_AAC) return { kind: 'unsupported' }
  if (body.length < 3) return { kind: 'ignored' }
  const data = body.subarray(2)
  return body[1] === 0 ? { kind: 'config', asc: data } : { kind: 'frame', data }
}
