import { AAC_CONFIG, nal } from '../../test/builders/tiny-flv'
import { readFlvTags, TAG } from './media/flv-demux'
import type { Frame } from './media/frame'
import { decodeAmf0 } from './media/amf0'
import { SoundChannel } from './sound-channel'

const START = Date.UTC(2026, 0, 1)
const audio = { asc: AAC_CONFIG, sampleRate: 48000, channels: 2 }
const picture = (dtsMs: number): Frame => ({
  kind: 'video',
  dtsMs,
  ctsMs: 0,
  isKey: true,
  wallMs: START + dtsMs,
  data: nal(5, 1),
})
/** 21.33 ms each, from `fromMs` on. */
const sounds = (fromMs: number, count: number): Frame[] =>
  Array.from({ length: count }, (_, i) => ({
    kind: 'audio',
    dtsMs: Math.round(fromMs + (i * 1024) / 48),
    data: Buffer.from([i & 255]),
  }))

function aListener(backlog = 0) {
  const written: Buffer[] = []
  const listener = {
    written,
    isDropped: false,
    isEnded: false,
    write: (bytes: Buffer) => void written.push(bytes),
    backlog: () => backlog,
    end: () => void (listener.isEnded = true),
    drop: () => void (listener.isDropped = true),
  }
  return listener
}

function anOpenChannel() {
  const channel = new SoundChannel(1000)
  channel.open(audio)
  channel.push([picture(0)])
  return channel
}

describe('the sound of a stream, as FLV', () => {
  it('begins with its time and holds no picture', () => {
    const channel = anOpenChannel()
    const listener = aListener()
    channel.join(listener)
    channel.push([picture(1000), ...sounds(1003, 3)])
    const bytes = Buffer.concat(listener.written)
    const tags = readFlvTags(bytes)
    expect(bytes[4]).toBe(4)
    expect(tags.map(({ type }) => type)).toEqual([
      TAG.script,
      TAG.audio,
      TAG.script,
      ...Array(3).fill(TAG.audio),
    ])
    expect(decodeAmf0(tags[2]?.body ?? Buffer.alloc(0))).toEqual(['onClock', { t: START + 1003 }])
  })

  it('is sent on to who listens, and no more to who left', () => {
    const channel = anOpenChannel()
    const [one, other] = [aListener(), aListener()]
    for (const listener of [one, other]) channel.join(listener)
    channel.push(sounds(0, 1))
    channel.leave(other)
    channel.push(sounds(21, 2))
    expect([one.written.length, other.written.length]).toEqual([2, 1])
  })

  it('drops who is far behind, and ends with the stream', () => {
    const channel = anOpenChannel()
    const [slow, good] = [aListener(200 * 1024), aListener()]
    for (const listener of [slow, good]) channel.join(listener)
    channel.push(sounds(0, 1))
    channel.push(sounds(21, 1))
    channel.close()
    expect([slow.isDropped, good.isDropped, good.isEnded]).toEqual([true, false, true])
  })

  it('waits for a picture to tell the time', () => {
    const channel = new SoundChannel(1000)
    channel.open(audio)
    const listener = aListener()
    expect(channel.join(listener)).toBe(true)
    channel.push(sounds(0, 1))
    expect(listener.written).toEqual([])
  })

  it('is not there where the host sends none', () => {
    const channel = new SoundChannel(1000)
    channel.open(null)
    expect([channel.join(aListener()), channel.playlist('')]).toEqual([false, null])
  })
})

it('is dated HLS, too, without a gap between its segments', () => {
  const channel = anOpenChannel()
  // 60 sounds last 1.28 s
  channel.push(sounds(500, 125))
  const text = channel.playlist('x/') ?? ''
  expect(text).toContain('#EXT-X-PROGRAM-DATE-TIME:2026-01-01T00:00:00.500Z')
  expect(text).toContain('#EXT-X-PROGRAM-DATE-TIME:2026-01-01T00:00:01.780Z')
  expect(text).toContain('x/1000.m4s')
  expect(channel.init(1001)?.includes('avc1')).toBe(false)
  const second = channel.segment(1001) ?? Buffer.alloc(0)
  expect(Number(second.readBigUInt64BE(second.indexOf('tfdt') + 8))).toBe(60 * 1024)
})
