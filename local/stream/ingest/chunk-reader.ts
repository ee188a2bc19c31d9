export interface RtmpMessage {
  readonly type: number
  readonly streamId: number
  readonly timestampMs: number
  readonly payload: Buffer
}

interface ChunkStream {
  timestampMs: number
  /** The time field of the last full header; a chunk of type 3 that starts a message repeats it. */
  field: number
  isExtended: boolean
  length: number
  type: number
  streamId: number
  payload: Buffer | null
  filled: number
}

interface Header {
  readonly format: number
  readonly id: number
  readonly size: number
}

const MESSAGE_HEADER_BYTES = [11, 7, 3, 0] as const
const EXTENDED = 0xffffff
const LARGEST_MESSAGE = 4 * 1024 * 1024
const LARGEST_PENDING = 8 * 1024 * 1024
const MOST_CHUNK_STREAMS = 64

/** Puts RTMP chunks together into messages. Everything a peer can make it keep is bounded. */
export class ChunkReader {
  readonly #streams = new Map<number, ChunkStream>()
  #chunkSize = 128
  #bytes: Buffer = Buffer.alloc(0)
  #pending = 0
  /** The chunk whose payload is being copied, and how much of it is still to come. */
  #current: ChunkStream | null = null
  #missing = 0

  setChunkSize(size: number): boolean {
    if (size < 1 || size > 0xffffff) return false
    this.#chunkSize = size
    return true
  }

  /** Forgets a half-received message (protocol control message 2). */
  abort(id: number): void {
    const stream = this.#streams.get(id)
    if (stream) this.#release(stream)
  }

  feed(bytes: Buffer): void {
    this.#bytes = this.#bytes.length === 0 ? bytes : Buffer.concat([this.#bytes, bytes])
  }

  /** The next whole message, null when more bytes are needed, 'broken' when the peer makes no sense. */
  next(): RtmpMessage | null | 'broken' {
    for (;;) {
      if (!this.#current) {
        const state = this.#startChunk()
        if (state !== 'started') return state === 'broken' ? 'broken' : null
      }
      const message = this.#copyPayload()
      if (message) return message
      if (this.#current) return null
    }
  }

  #startChunk(): 'started' | 'more' | 'broken' {
    const header = readBasicHeader(this.#bytes)
    if (!header) return 'more'
    const { format, id, size } = header
    const known = this.#streams.get(id)
    if (!known && (format !== 0 || this.#streams.size >= MOST_CHUNK_STREAMS)) return 'broken'
    const stream = known ?? newStream()
    const headerBytes = MESSAGE_HEADER_BYTES[format] ?? 0
    if (this.#bytes.length < size + headerBytes) return 'more'
    const fields = this.#bytes.subarray(size, size + headerBytes)
    const extended = this.#readExtended(stream, fields, size + headerBytes)
    if (extended === 'more') return 'more'
    const isNewMessage = stream.payload === null
    if (!isNewMessage && format !== 3) return 'broken'
    if (isNewMessage && !this.#startMessage(stream, format, { fields, time: extended.time })) return 'broken'
    this.#streams.set(id, stream)
    this.#bytes = this.#bytes.subarray(extended.end)
    this.#current = stream
    this.#missing = Math.min(this.#chunkSize, stream.length - stream.filled)
    return 'started'
  }

  #readExtended(stream: ChunkStream, fields: Buffer, at: number): { time: number; end: number } | 'more' {
    const field = fields.length >= 3 ? fields.readUIntBE(0, 3) : null
    if (field !== null && field < EXTENDED) return { time: field, end: at }
    if (field === null && !stream.isExtended) return { time: stream.field, end: at }
    if (this.#bytes.length < at + 4) return 'more'
    const time = this.#bytes.readUInt32BE(at)
    // some encoders leave the extended time out of chunks of type 3: then these are payload bytes
    if (field === null && time !== stream.field) return { time: stream.field, end: at }
    return { time, end: at + 4 }
  }

  #startMessage(stream: ChunkStream, format: number, header: { fields: Buffer; time: number }): boolean {
    const { fields, time } = header
    if (format <= 2) {
      stream.isExtended = fields.readUIntBE(0, 3) === EXTENDED
      stream.field = time
    }
    if (format <= 1) {
      stream.length = fields.readUIntBE(3, 3)
      stream.type = fields.readUInt8(6)
    }
    if (format === 0) stream.streamId = fields.readUInt32LE(7)
    stream.timestampMs = format === 0 ? time : (stream.timestampMs + time) % 0x100000000
    if (stream.length > LARGEST_MESSAGE || this.#pending + stream.length > LARGEST_PENDING) return false
    stream.payload = Buffer.allocUnsafe(stream.length)
    stream.filled = 0
    this.#pending += stream.length
    return true
  }

  #copyPayload(): RtmpMessage | null {
    const stream = this.#current
    if (!stream?.payload) return null
    const count = Math.min(this.#missing, this.#bytes.length)
    this.#bytes.copy(stream.payload, stream.filled, 0, count)
    this.#bytes = this.#bytes.subarray(count)
    stream.filled += count
    this.#missing -= count
    if (this.#missing > 0) return null
    this.#current = null
    if (stream.filled < stream.length) return null
    const { type, streamId, timestampMs, payload } = stream
    this.#release(stream)
    return { type, streamId, timestampMs, payload }
  }

  #release(stream: ChunkStream): void {
    if (stream.payload) this.#pending -= stream.length
    stream.payload = null
    stream.filled = 0
  }
}

function newStream(): ChunkStream {
  return {
    timestampMs: 0,
    field: 0,
    isExtended: false,
    length: 0,
    type: 0,
    streamId: 0,
    payload: null,
    filled: 0,
  }
}

function readBasicHeader(bytes: Buffer): Header | null {
  const first = bytes[0]
  if (first === undefined) return null
  const format = first >> 6
  const small = first & 63
  if (small >= 2) return { format, id: small, size: 1 }
  if (bytes.length < small + 2) return null
  const id = small === 0 ? bytes.readUInt8(1) + 64 : bytes.readUInt16LE(1) + 64
  return { format, id, size: small + 2 }
}
