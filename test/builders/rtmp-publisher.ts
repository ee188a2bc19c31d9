import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { ChunkReader } from '../../local/stream/ingest/chunk-reader'
import { MESSAGE } from '../../local/stream/ingest/message-type'
import { decodeAmf0, encodeAmf0 } from '../../local/stream/media/amf0'
import type { AmfValue } from '../../local/stream/media/amf0'

const HANDSHAKE_BYTES = 1 + 1536 + 1536
const EXTENDED = 0xffffff

interface Sent {
  readonly type: number
  readonly timestampMs: number
  readonly payload: Buffer
}

/** The chunk writer of a plain encoder, written apart from the server's so that they cannot share a mistake. */
export function asChunks({ type, timestampMs, payload }: Sent, chunk: { id: number; size: number }): Buffer {
  const parts: Buffer[] = []
  const extended = Buffer.alloc(timestampMs >= EXTENDED ? 4 : 0)
  if (extended.length > 0) extended.writeUInt32BE(timestampMs)
  const head = Buffer.alloc(12)
  head.writeUInt8(chunk.id, 0)
  head.writeUIntBE(Math.min(timestampMs, EXTENDED), 1, 3)
  head.writeUIntBE(payload.length, 4, 3)
  head.writeUInt8(type, 7)
  head.writeUInt32LE(type === MESSAGE.command ? 0 : 1, 8)
  for (let at = 0; at < payload.length; at += chunk.size) {
    parts.push(
      at === 0 ? head : Buffer.from([0xc0 + chunk.id]),
      extended,
      payload.subarray(at, at + chunk.size),
    )
  }
  return Buffer.concat(parts)
}

/** A small RTMP encoder: it connects, publishes and sends the tags that a test gives it. */
export class RtmpPublisher {
  readonly #socket: Socket
  readonly #reader = new ChunkReader()
  readonly #codes: string[] = []
  #waiting: ((code: string | null) => void) | null = null
  #chunkSize = 128
  #unshaken = HANDSHAKE_BYTES
  readonly closed: Promise<void>

  private constructor(socket: Socket) {
    this.#socket = socket
    this.closed = new Promise((resolve) => socket.once('close', () => resolve()))
    socket.on('error', () => undefined)
    socket.on('data', (bytes) => this.#receive(bytes))
    socket.on('close', () => this.#waiting?.(null))
  }

  /** Connects to the application `live` and asks to publish; gives the answer's status code, null for none. */
  static async publish(
    port: number,
    streamKey: string,
  ): Promise<{ publisher: RtmpPublisher; code: string | null }> {
    const publisher = new RtmpPublisher(connect(port, '127.0.0.1'))
    publisher.#socket.write(Buffer.concat([Buffer.from([3]), Buffer.alloc(1536 * 2)]))
    publisher.#command('connect', 1, { app: 'live', tcUrl: 'rtmp://127.0.0.1/live' })
    publisher.setChunkSize(1000)
    publisher.#command('releaseStream', 2, null, streamKey)
    publisher.#command('FCPublish', 3, null, streamKey)
    publisher.#command('createStream', 4, null)
    publisher.#command('publish', 5, null, streamKey, 'live')
    return { publisher, code: await publisher.#nextStatus() }
  }

  setChunkSize(size: number): void {
    const payload = Buffer.alloc(4)
    payload.writeUInt32BE(size)
    this.#send({ type: MESSAGE.setChunkSize, timestampMs: 0, payload }, 2)
    this.#chunkSize = size
  }

  video(timestampMs: number, payload: Buffer): void {
    this.#send({ type: MESSAGE.video, timestampMs, payload }, 6)
  }

  audio(timestampMs: number, payload: Buffer): void {
    this.#send({ type: MESSAGE.audio, timestampMs, payload }, 4)
  }

  raw(bytes: Buffer): void {
    this.#socket.write(bytes)
  }

  /** Ends as encoders do: it says so, then hangs up. */
  async close(): Promise<void> {
    this.#command('deleteStream', 6, null, 1)
    this.#socket.end()
    await this.closed
  }

  #command(...values: readonly AmfValue[]): void {
    this.#send({ type: MESSAGE.command, timestampMs: 0, payload: encodeAmf0(...values) }, 3)
  }

  #send(message: Sent, id: number): void {
    this.#socket.write(asChunks(message, { id, size: this.#chunkSize }))
  }

  #receive(bytes: Buffer): void {
    const skipped = Math.min(this.#unshaken, bytes.length)
    this.#unshaken -= skipped
    this.#reader.feed(bytes.subarray(skipped))
    for (let message = this.#reader.next(); message && message !== 'broken'; message = this.#reader.next()) {
      if (message.type === MESSAGE.setChunkSize) this.#reader.setChunkSize(message.payload.readUInt32BE(0))
      const [name, , , info] = message.type === MESSAGE.command ? decodeAmf0(message.payload) : []
      if (name === 'onStatus' && typeof info === 'object' && info && 'code' in info) this.#tell(info.code)
    }
  }

  #tell(code: AmfValue): void {
    if (typeof code !== 'string') return
    if (this.#waiting) this.#waiting(code)
    else this.#codes.push(code)
  }

  #nextStatus(): Promise<string | null> {
    const known = this.#codes.shift()
    if (known !== undefined) return Promise.resolve(known)
    return new Promise((resolve) => {
      this.#waiting = (code) => {
        this.#waiting = null
        resolve(code)
      }
    })
  }
}
