import type { Feed } from '../broadcast'
import { decodeAmf0, encodeAmf0 } from '../media/amf0'
import type { AmfValue } from '../media/amf0'
import { ChunkReader } from './chunk-reader'
import type { RtmpMessage } from './chunk-reader'
import { writeMessage } from './chunk-writer'
import { Handshake } from './handshake'
import { Intake } from './intake'
import type { Verdict } from './intake'
import { MESSAGE } from './message-type'

export interface Outlet {
  send(bytes: Buffer): void
  /** Closes after everything sent has left. */
  close(): void
}

/** Decides about a stream key of the form `<stream>?txSecret=…&txTime=…`. */
export type Admit = (
  streamKey: string,
) => Feed | { readonly refusal: 'NetStream.Publish.BadName' | 'NetStream.Publish.Denied' }

const APP = 'live'
const STREAM_ID = 1
const CHUNK_SIZE = 4096
const WINDOW_BYTES = 2_500_000
const PING_REQUEST = 6
const PING_RESPONSE = 7
const CONTROL_CHUNK = 2
const COMMAND_CHUNK = 3

/** One publisher's RTMP conversation, from the handshake to the last frame; it knows no socket. */
export class RtmpSession {
  readonly #outlet: Outlet
  readonly #admit: Admit
  readonly #now: () => number
  readonly #reader = new ChunkReader()
  #handshake: Handshake | null = new Handshake()
  #feed: Feed | null = null
  #intake: Intake | null = null
  #isConnected = false
  #isClosed = false
  #received = 0
  #acknowledged = 0
  #window = WINDOW_BYTES

  constructor(parts: { outlet: Outlet; admit: Admit; now: () => number }) {
    this.#outlet = parts.outlet
    this.#admit = parts.admit
    this.#now = parts.now
  }

  get isPublishing(): boolean {
    return this.#feed !== null
  }

  receive(bytes: Buffer): void {
    if (this.#isClosed) return
    const rest = this.#handshake ? this.#shake(this.#handshake, bytes) : bytes
    if (!rest) return
    this.#acknowledge(rest.length)
    this.#reader.feed(rest)
    for (let message = this.#next(); message; message = this.#next()) this.#handle(message)
  }

  /** The connection is gone. */
  end(): void {
    this.#isClosed = true
    this.#stopPublishing()
  }

  #next(): RtmpMessage | null {
    const message = this.#isClosed ? null : this.#reader.next()
    if (message !== 'broken') return message
    this.#fail()
    return null
  }

  #shake(handshake: Handshake, bytes: Buffer): Buffer | null {
    const step = handshake.push(bytes)
    if (step === 'refused') {
      this.#fail()
      return null
    }
    if (step.reply) this.#outlet.send(step.reply)
    if (step.rest) this.#handshake = null
    return step.rest
  }

  #handle({ type, timestampMs, payload }: RtmpMessage): void {
    switch (type) {
      case MESSAGE.setChunkSize:
        if (payload.length < 4 || !this.#reader.setChunkSize(payload.readUInt32BE(0) & 0x7fffffff))
          this.#fail()
        return
      case MESSAGE.abort:
        if (payload.length >= 4) this.#reader.abort(payload.readUInt32BE(0))
        return
      case MESSAGE.windowSize:
        if (payload.length >= 4) this.#window = Math.max(payload.readUInt32BE(0), 1024)
        return
      case MESSAGE.userControl:
        this.#answerPing(payload)
        return
      case MESSAGE.video:
        this.#judge(this.#intake?.video(timestampMs, payload))
        return
      case MESSAGE.audio:
        this.#judge(this.#intake?.audio(timestampMs, payload))
        return
      case MESSAGE.command:
        this.#command(payload)
        return
      case MESSAGE.commandAmf3:
        // AMF3 commands of old encoders are AMF0 behind one extra byte
        this.#command(payload.subarray(1))
        return
    }
  }

  #command(payload: Buffer): void {
    const [name, transaction, detail, argument] = decodeAmf0(payload)
    const id = typeof transaction === 'number' ? transaction : 0
    if (typeof name !== 'string') return
    switch (name) {
      case 'connect':
        this.#connect(id, detail)
        return
      case 'createStream':
        this.#reply(['_result', id, null, STREAM_ID])
        return
      case 'releaseStream':
        this.#reply(['_result', id, null, undefined])
        return
      case 'FCPublish':
        this.#reply(['onFCPublish', 0, null, status('NetStream.Publish.Start', '')])
        return
      case 'publish':
        this.#publish(typeof argument === 'string' ? argument : '')
        return
      case 'FCUnpublish':
      case 'closeStream':
      case 'deleteStream':
        this.#stopPublishing()
        return
    }
  }

  #connect(id: number, detail: AmfValue): void {
    const app = isObject(detail) && typeof detail.app === 'string' ? detail.app.replace(/[/?].*$/, '') : ''
    if (app !== APP) {
      this.#reply([
        '_error',
        id,
        null,
        failure('NetConnection.Connect.Rejected', `The application is "${APP}"`),
      ])
      this.#fail()
      return
    }
    this.#isConnected = true
    this.#control(MESSAGE.windowSize, int32(WINDOW_BYTES))
    this.#control(MESSAGE.peerBandwidth, Buffer.concat([int32(WINDOW_BYTES), Buffer.from([2])]))
    this.#control(MESSAGE.setChunkSize, int32(CHUNK_SIZE))
    const success = { ...status('NetConnection.Connect.Success', 'Connected'), objectEncoding: 0 }
    this.#reply(['_result', id, { fmsVer: 'FMS/3,0,1,123', capabilities: 31 }, success])
  }

  #publish(streamKey: string): void {
    if (!this.#isConnected || this.#feed) {
      this.#refuse('NetStream.Publish.Denied')
      return
    }
    const admitted = this.#admit(streamKey)
    if ('refusal' in admitted) {
      this.#refuse(admitted.refusal)
      return
    }
    this.#feed = admitted
    this.#intake = new Intake(admitted, this.#now)
    this.#control(MESSAGE.userControl, Buffer.concat([Buffer.from([0, 0]), int32(STREAM_ID)]))
    this.#reply(['onStatus', 0, null, status('NetStream.Publish.Start', 'Publishing')], STREAM_ID)
  }

  #judge(verdict: Verdict | undefined): void {
    if (verdict === 'unsupported') this.#refuse('NetStream.Publish.Denied', 'Only H.264 and AAC are carried')
  }

  #refuse(code: string, description = 'The stream key is wrong, expired or in use'): void {
    this.#reply(['onStatus', 0, null, failure(code, description)], STREAM_ID)
    this.#fail()
  }

  #fail(): void {
    this.end()
    this.#outlet.close()
  }

  #stopPublishing(): void {
    this.#feed?.end()
    this.#feed = null
    this.#intake = null
  }

  #answerPing(payload: Buffer): void {
    if (payload.length < 6 || payload.readUInt16BE(0) !== PING_REQUEST) return
    this.#control(
      MESSAGE.userControl,
      Buffer.concat([Buffer.from([0, PING_RESPONSE]), payload.subarray(2, 6)]),
    )
  }

  #acknowledge(count: number): void {
    this.#received += count
    if (this.#received - this.#acknowledged < this.#window) return
    this.#acknowledged = this.#received
    this.#control(MESSAGE.acknowledgement, int32(this.#received))
  }

  #control(type: number, payload: Buffer): void {
    this.#write({ type, streamId: 0, timestampMs: 0, payload }, CONTROL_CHUNK)
  }

  #reply(values: readonly AmfValue[], streamId = 0): void {
    this.#write(
      { type: MESSAGE.command, streamId, timestampMs: 0, payload: encodeAmf0(...values) },
      COMMAND_CHUNK,
    )
  }

  #write(message: RtmpMessage, id: number): void {
    // every message sent here is shorter than one chunk, before and after the peer learns our chunk size
    this.#outlet.send(writeMessage(message, { id, size: CHUNK_SIZE }))
  }
}

function isObject(value: AmfValue): value is { readonly [key: string]: AmfValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function status(code: string, description: string) {
  return { level: 'status', code, description }
}

function failure(code: string, description: string) {
  return { level: 'error', code, description }
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value % 0x100000000)
  return bytes
}
