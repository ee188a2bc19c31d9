import { asChunks } from '../../../test/builders/rtmp-publisher'
import { pictureBody, soundBody, videoConfigBody } from '../../../test/builders/tiny-flv'
import type { Feed } from '../broadcast'
import { decodeAmf0, encodeAmf0 } from '../media/amf0'
import type { AmfValue } from '../media/amf0'
import { ChunkReader } from './chunk-reader'
import type { RtmpMessage } from './chunk-reader'
import { MESSAGE } from './message-type'
import { RtmpSession } from './rtmp-session'
import type { Admit } from './rtmp-session'

const HANDSHAKE = Buffer.concat([Buffer.from([3]), Buffer.alloc(1536 * 2, 7)])

class Conversation {
  readonly sent: Buffer[] = []
  readonly calls: string[] = []
  readonly keys: string[] = []
  admit: Admit = () => this.feed
  isClosed = false
  readonly feed: Feed = {
    open: () => void this.calls.push('open'),
    push: (frames) => void this.calls.push(...frames.map((frame) => frame.kind)),
    end: () => void this.calls.push('end'),
  }
  readonly session = new RtmpSession({
    outlet: { send: (bytes) => void this.sent.push(bytes), close: () => void (this.isClosed = true) },
    admit: (key) => {
      this.keys.push(key)
      return this.admit(key)
    },
    now: () => 0,
  })

  command(...values: readonly AmfValue[]): this {
    return this.message(MESSAGE.command, encodeAmf0(...values))
  }

  message(type: number, payload: Buffer, timestampMs = 0): this {
    this.session.receive(asChunks({ type, timestampMs, payload }, { id: 3, size: 128 }))
    return this
  }

  begin(): this {
    this.session.receive(HANDSHAKE)
    return this.command('connect', 1, { app: 'live' })
  }

  publishing(): this {
    return this.begin().command('createStream', 4, null).command('publish', 5, null, 'room?a=b', 'live')
  }

  replies(): RtmpMessage[] {
    const reader = new ChunkReader()
    reader.setChunkSize(4096)
    reader.feed(Buffer.concat(this.sent).subarray(1 + 1536 * 2))
    const found: RtmpMessage[] = []
    for (let message = reader.next(); message && message !== 'broken'; message = reader.next())
      found.push(message)
    return found
  }

  commands(): AmfValue[][] {
    return this.replies()
      .filter((message) => message.type === MESSAGE.command)
      .map((message) => decodeAmf0(message.payload))
  }
}

describe('RtmpSession', () => {
  it('shakes hands and echoes the peer, byte by byte if need be', () => {
    const talk = new Conversation()
    for (const byte of HANDSHAKE) talk.session.receive(Buffer.from([byte]))
    const reply = Buffer.concat(talk.sent)
    expect(reply).toHaveLength(1 + 1536 * 2)
    expect(reply.subarray(1 + 1536)).toEqual(HANDSHAKE.subarray(1, 1537))
  })

  it('hangs up on another protocol', () => {
    const talk = new Conversation()
    talk.session.receive(Buffer.from('GET / HTTP/1.1\r\n\r\n'))
    expect(talk.isClosed).toBe(true)
  })

  it('answers the commands of a publisher', () => {
    const talk = new Conversation().begin()
    talk.command('releaseStream', 2, null, 'room').command('FCPublish', 3, null, 'room')
    talk.command('createStream', 4, null).command('publish', 5, null, 'room?txSecret=1', 'live')
    expect(talk.commands()).toMatchObject([
      ['_result', 1, {}, { code: 'NetConnection.Connect.Success' }],
      ['_result', 2, null, undefined],
      ['onFCPublish', 0, null, {}],
      ['_result', 4, null, 1],
      ['onStatus', 0, null, { level: 'status', code: 'NetStream.Publish.Start' }],
    ])
    expect(talk.keys).toEqual(['room?txSecret=1'])
    expect(talk.session.isPublishing).toBe(true)
  })

  it('passes pictures and sound on, and ends when told', () => {
    const talk = new Conversation().publishing()
    talk.message(MESSAGE.video, videoConfigBody()).message(MESSAGE.video, pictureBody(true, 1))
    talk.message(MESSAGE.audio, soundBody(1), 20).command('deleteStream', 6, null, 1)
    expect(talk.calls).toEqual(['open', 'video', 'audio', 'end'])
    expect(talk.session.isPublishing).toBe(false)
  })

  it('ends the stream when the connection is gone', () => {
    const talk = new Conversation().publishing()
    talk.session.end()
    talk.session.end()
    expect(talk.calls).toEqual(['end'])
  })

  it.each(['NetStream.Publish.Denied', 'NetStream.Publish.BadName'] as const)(
    'refuses with %s and hangs up',
    (refusal) => {
      const talk = new Conversation()
      talk.admit = () => ({ refusal })
      talk.publishing()
      expect(talk.commands().at(-1)).toMatchObject(['onStatus', 0, null, { level: 'error', code: refusal }])
      expect(talk.isClosed).toBe(true)
    },
  )

  it('refuses another application', () => {
    const talk = new Conversation()
    talk.session.receive(HANDSHAKE)
    talk.command('connect', 1, { app: 'vod' })
    expect(talk.commands()).toMatchObject([['_error', 1, null, { code: 'NetConnection.Connect.Rejected' }]])
    expect(talk.isClosed).toBe(true)
  })

  it('refuses to publish before connecting, and twice', () => {
    const early = new Conversation()
    early.session.receive(HANDSHAKE)
    expect(early.command('publish', 1, null, 'room').isClosed).toBe(true)
    const twice = new Conversation().publishing().command('publish', 6, null, 'other')
    expect(twice.isClosed).toBe(true)
    expect(twice.calls).toEqual(['end'])
  })

  it('ends a publisher whose codec nobody could play', () => {
    const talk = new Conversation().publishing().message(MESSAGE.video, Buffer.from([0x1c, 0, 0, 0, 0, 1]))
    expect(talk.commands().at(-1)).toMatchObject(['onStatus', 0, null, { code: 'NetStream.Publish.Denied' }])
    expect(talk.calls).toEqual(['end'])
  })

  it('ignores media that nobody publishes', () => {
    const talk = new Conversation().begin().message(MESSAGE.video, pictureBody(true, 1))
    expect([talk.calls, talk.isClosed]).toEqual([[], false])
  })

  it('answers pings and acknowledges what it received', () => {
    const talk = new Conversation().begin()
    talk.message(MESSAGE.userControl, Buffer.from([0, 6, 1, 2, 3, 4]))
    talk.message(MESSAGE.windowSize, Buffer.from([0, 0, 4, 0]))
    for (let i = 0; i < 20; i++) talk.message(MESSAGE.data, Buffer.alloc(100))
    const replies = talk.replies()
    expect(
      replies.find(({ type, payload }) => type === MESSAGE.userControl && payload[1] === 7)?.payload,
    ).toEqual(Buffer.from([0, 7, 1, 2, 3, 4]))
    expect(replies.some(({ type }) => type === MESSAGE.acknowledgement)).toBe(true)
  })

  it('takes the chunk size that the peer announces', () => {
    const talk = new Conversation().begin().message(MESSAGE.setChunkSize, Buffer.from([0, 0, 8, 0]))
    const payload = encodeAmf0('createStream', 9, null, 'x'.repeat(1000))
    talk.session.receive(asChunks({ type: MESSAGE.command, timestampMs: 0, payload }, { id: 3, size: 2048 }))
    expect(talk.commands().at(-1)).toEqual(['_result', 9, null, 1])
  })

  it('hangs up on nonsense after the handshake', () => {
    const talk = new Conversation().publishing()
    talk.session.receive(Buffer.alloc(64, 0xff))
    expect([talk.isClosed, talk.calls]).toEqual([true, ['end']])
    talk.session.receive(Buffer.alloc(64, 0xff))
    expect(talk.calls).toEqual(['end'])
  })
})
