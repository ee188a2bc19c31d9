import fc from 'fast-check'
import { asChunks } from '../../../test/builders/rtmp-publisher'
import { ChunkReader } from './chunk-reader'
import type { RtmpMessage } from './chunk-reader'
import { writeMessage } from './chunk-writer'

function readAll(reader: ChunkReader, bytes: Buffer, pieces = 1): (RtmpMessage | 'broken')[] {
  const found: (RtmpMessage | 'broken')[] = []
  const size = Math.max(1, Math.ceil(bytes.length / pieces))
  for (let at = 0; at < bytes.length; at += size) {
    reader.feed(bytes.subarray(at, at + size))
    for (let message = reader.next(); message; message = reader.next()) {
      found.push(message)
      if (message === 'broken') return found
    }
  }
  return found
}

const payload = (length: number, seed = 1) =>
  Buffer.from(Array.from({ length }, (_, i) => (i * 7 + seed) & 255))

describe('ChunkReader', () => {
  it('puts messages together however the network cuts them', () => {
    const times = fc.constantFrom(0, 40, 0xfffffe, 0xffffff, 0x1000000, 0xfffffffe)
    const message = fc.record({
      timestampMs: times,
      length: fc.integer({ min: 1, max: 700 }),
      id: fc.integer({ min: 3, max: 10 }),
    })
    fc.assert(
      fc.property(
        fc.array(message, { maxLength: 6 }),
        fc.integer({ min: 1, max: 300 }),
        (messages, pieces) => {
          const sent = messages.map((m) => ({
            type: 9,
            timestampMs: m.timestampMs,
            payload: payload(m.length),
            id: m.id,
          }))
          const bytes = Buffer.concat(sent.map((m) => asChunks(m, { id: m.id, size: 128 })))
          const read = readAll(new ChunkReader(), bytes, pieces)
          expect(read).toEqual(
            sent.map(({ type, timestampMs, payload }) => ({ type, timestampMs, payload, streamId: 1 })),
          )
        },
      ),
    )
  })

  it("reads the server's own writing, extended times included", () => {
    const message = { type: 20, streamId: 1, timestampMs: 0x1234567, payload: payload(300) }
    expect(readAll(new ChunkReader(), writeMessage(message, { id: 3, size: 128 }), 7)).toEqual([message])
  })

  it('reads on with another chunk size', () => {
    const reader = new ChunkReader()
    expect(reader.setChunkSize(4096)).toBe(true)
    const message = { type: 9, timestampMs: 5, payload: payload(4000) }
    expect(readAll(reader, asChunks(message, { id: 6, size: 4096 }))).toMatchObject([message])
  })

  it('refuses a chunk size of nothing or of more than a message can be', () => {
    expect(new ChunkReader().setChunkSize(0)).toBe(false)
    expect(new ChunkReader().setChunkSize(0x1000000)).toBe(false)
  })

  it('adds deltas, and repeats the last one for a header that says nothing new', () => {
    const full = asChunks({ type: 8, timestampMs: 1000, payload: payload(2) }, { id: 4, size: 128 })
    const delta = Buffer.concat([Buffer.from([0x44, 0, 0, 21, 0, 0, 3, 8]), payload(3)])
    const deltaOnly = Buffer.concat([Buffer.from([0x84, 0, 0, 22]), payload(3)])
    const nothing = Buffer.concat([Buffer.from([0xc4]), payload(3)])
    const read = readAll(new ChunkReader(), Buffer.concat([full, delta, deltaOnly, nothing, nothing]), 5)
    expect(read.map((message) => message !== 'broken' && message.timestampMs)).toEqual([
      1000, 1021, 1043, 1065, 1087,
    ])
  })

  it('reads an encoder that leaves the extended time out of continuation chunks', () => {
    const timestampMs = 0x2000000
    const first = asChunks({ type: 9, timestampMs, payload: payload(200, 90) }, { id: 6, size: 200 })
    const continued = Buffer.concat([
      first.subarray(0, 16 + 128),
      Buffer.from([0xc6]),
      first.subarray(16 + 128),
    ])
    expect(readAll(new ChunkReader(), continued, 9)).toMatchObject([
      { timestampMs, payload: payload(200, 90) },
    ])
  })

  it('mixes chunk streams', () => {
    const video = asChunks({ type: 9, timestampMs: 0, payload: payload(200) }, { id: 6, size: 128 })
    const audio = asChunks({ type: 8, timestampMs: 1, payload: payload(10) }, { id: 4, size: 128 })
    const mixed = Buffer.concat([video.subarray(0, 140), audio, video.subarray(140)])
    expect(readAll(new ChunkReader(), mixed)).toMatchObject([{ type: 8 }, { type: 9, payload: payload(200) }])
  })

  it('reads the two longer forms of a chunk stream id', () => {
    const rest = asChunks({ type: 8, timestampMs: 0, payload: payload(2) }, { id: 3, size: 128 }).subarray(1)
    const forms = [Buffer.from([0, 10]), Buffer.from([1, 10, 2])]
    for (const form of forms)
      expect(readAll(new ChunkReader(), Buffer.concat([form, rest]), 4)).toMatchObject([{ type: 8 }])
  })

  it('forgets a message that its sender aborts', () => {
    const reader = new ChunkReader()
    const half = asChunks({ type: 9, timestampMs: 0, payload: payload(200) }, { id: 6, size: 128 }).subarray(
      0,
      140,
    )
    expect(readAll(reader, half)).toEqual([])
    reader.abort(6)
    reader.abort(7)
    const next = asChunks({ type: 9, timestampMs: 0, payload: payload(5) }, { id: 6, size: 128 })
    expect(readAll(reader, next)).toMatchObject([{ payload: payload(5) }])
  })

  it.each([
    ['a message of 16 MB', Buffer.from([6, 0, 0, 0, 0xff, 0xff, 0xff, 9, 1, 0, 0, 0])],
    ['a continuation of nothing', Buffer.from([0xc6, 1, 2, 3])],
    [
      'many half messages at once',
      Buffer.concat(
        [3, 4, 5].map((id) => Buffer.from([id, 0, 0, 0, 0x3f, 0, 0, 9, 1, 0, 0, 0, ...Buffer.alloc(128)])),
      ),
    ],
    [
      'a new message inside another one',
      Buffer.concat([
        Buffer.from([6, 0, 0, 0, 0, 1, 0, 9, 1, 0, 0, 0]),
        Buffer.alloc(128),
        Buffer.from([6, ...Buffer.alloc(11)]),
      ]),
    ],
    [
      'endless chunk streams',
      Buffer.concat(
        Array.from({ length: 70 }, (_, i) => Buffer.from([0, i, 0, 0, 0, 0, 0, 1, 9, 1, 0, 0, 0, 0])),
      ),
    ],
  ])('calls %s broken', (_case, bytes) => {
    expect(readAll(new ChunkReader(), bytes).at(-1)).toBe('broken')
  })

  it('survives any bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 600 }),
        (any) => void readAll(new ChunkReader(), Buffer.from(any), 3),
      ),
    )
  })
})
