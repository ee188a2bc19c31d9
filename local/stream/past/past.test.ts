import { mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { AVC_CONFIG, nal, tinyFlv } from '../../../test/builders/tiny-flv'
import { readLoop } from '../loop'
import { LoopTimeline } from '../loop-timeline'
import type { Frame, MediaConfig } from '../media/frame'
import { Archive } from './archive'
import { Past } from './past'

const NOON = Date.UTC(2026, 0, 1, 12)
const config: MediaConfig = { video: { avcC: AVC_CONFIG, width: 540, height: 960 }, audio: null }
const loop = readLoop(tinyFlv(40))
if (!loop) throw new Error('the loop is one')

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'archive-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const looping = () => new Past(new Map([['room', loop]]), new Archive(folder))
const after = (seconds: number): number => NOON + seconds * 1000
const span = (from: number, to: number) => ({ fromMs: after(from), toMs: after(to) })
const filesOf = (playlist: string | null) =>
  playlist?.split('\n').filter((line) => line.endsWith('.m4s')) ?? []
const lengthOf = (playlist: string | null) =>
  [...(playlist ?? '').matchAll(/#EXTINF:([\d.]+)/g)].reduce((sum, [, seconds]) => sum + Number(seconds), 0)

/** Pushes a key picture a second. */
function push(past: Past, from: number, to: number): void {
  const recorder = past.record('room', config, after(from))
  for (let second = from; second <= to; second += 1) {
    const picture: Frame = {
      kind: 'video',
      dtsMs: (second - from) * 1000,
      ctsMs: 0,
      isKey: true,
      wallMs: after(second),
      data: nal(5, second),
    }
    recorder?.push([picture])
  }
  recorder?.close()
}

describe('the past of a loop', () => {
  it('is a whole playlist with an end, as long as was asked for', () => {
    const playlist = looping().playlist('room', span(0, 60), 'room/past/')
    expect(playlist).toMatch(/^#EXTM3U\n/)
    expect(playlist).toContain('#EXT-X-PLAYLIST-TYPE:VOD')
    expect(playlist).toContain('#EXT-X-MAP:URI="room/past/loop.mp4"')
    expect(playlist).toContain('#EXT-X-PROGRAM-DATE-TIME:2026-01-01T12:00:00.000Z')
    expect(playlist?.endsWith('#EXT-X-ENDLIST\n')).toBe(true)
    expect(lengthOf(playlist)).toBeCloseTo(60)
    expect(filesOf(playlist).length).toBeLessThan(20)
  })

  it('begins with the key picture that was on screen', () => {
    const playlist = looping().playlist('room', { fromMs: NOON + 200, toMs: NOON + 5_000 }, '')
    expect(playlist).toContain('#EXT-X-PROGRAM-DATE-TIME:2026-01-01T12:00:00.000Z')
  })

  it('holds the pictures and sounds that were on air', () => {
    const past = looping()
    const [first = '', second = ''] = filesOf(past.playlist('room', span(0, 60), ''))
    const timeline = new LoopTimeline(loop, NOON)
    const aired = timeline.framesUntil(NOON + 8_000)
    const bytes = Buffer.concat([first, second].map((file) => past.file('room', file) ?? Buffer.alloc(0)))
    const [pictures, sounds] = ['video', 'audio'].map((kind) =>
      aired.filter((frame) => frame.kind === kind).map(({ data }) => data),
    )
    // one after the other in each segment: pictures, then sounds
    expect(bytes.includes(Buffer.concat(pictures?.slice(0, 100) ?? []))).toBe(true)
    expect(bytes.includes(Buffer.concat(sounds?.slice(0, 187) ?? []))).toBe(true)
    expect(past.file('room', 'loop.mp4')?.includes('moov')).toBe(true)
  })

  it('makes nothing that no playlist names', () => {
    const past = looping()
    for (const file of [
      'loop-5-4-9.m4s',
      'loop-0-9-9.m4s',
      'loop-0-0-9999999.m4s',
      'other.m4s',
      'push-1-2.m4s',
    ])
      expect(past.file('room', file)).toBeNull()
    expect(past.file('nobody', 'loop.mp4')).toBeNull()
    expect(past.file('nobody', 'loop-0-0-8.m4s')).toBeNull()
    expect(past.playlist('nobody', span(0, 60), '')).toBeNull()
    expect(past.playlist('room', span(60, 60), '')).toBeNull()
    expect(past.playlist('room', span(0, 6 * 3600 + 1), '')).toBeNull()
  })
})

describe('the past of a push', () => {
  it('is played from the disk, and outlives the server', () => {
    push(looping(), 10, 20)
    const past = new Past(new Map(), new Archive(folder))
    const playlist = past.playlist('room', span(0, 60), '')
    const files = filesOf(playlist)
    expect(lengthOf(playlist)).toBeCloseTo(10, 0)
    expect(past.file('room', files[3] ?? '')?.includes(nal(5, 13))).toBe(true)
    const [, init = ''] = /URI="(.+)"/.exec(playlist ?? '') ?? []
    expect(past.file('room', init)?.includes('moov')).toBe(true)
    expect(past.playlist('other', span(0, 60), '')).toBeNull()
  })

  it('gives only what was on air in the span', () => {
    const past = new Past(new Map(), new Archive(folder))
    push(past, 10, 20)
    expect(filesOf(past.playlist('room', span(12, 14), ''))).toHaveLength(2)
    expect(past.playlist('room', span(30, 40), '')).toBeNull()
  })

  it('has the loop before and after it, each a discontinuity', () => {
    const past = looping()
    push(past, 10, 20)
    push(past, 30, 35)
    const playlist = past.playlist('room', span(0, 36), '')
    expect(playlist?.match(/DISCONTINUITY/g)).toHaveLength(3)
    expect(filesOf(playlist).map((file) => file.slice(0, 4))).toEqual([
      ...Array.from({ length: 3 }, () => 'loop'),
      ...Array.from({ length: 11 }, () => 'push'),
      ...Array.from({ length: 3 }, () => 'loop'),
      ...Array.from({ length: 6 }, () => 'push'),
    ])
  })

  it('believes no line that was cut when the machine stopped', () => {
    const past = new Past(new Map(), new Archive(folder))
    push(past, 10, 12)
    const list = readdirSync(folder).find((file) => file.endsWith('.jsonl')) ?? ''
    const whole = filesOf(past.playlist('room', span(0, 60), '')).length
    truncateSync(path.join(folder, list), 100)
    expect(filesOf(past.playlist('room', span(0, 60), ''))).toHaveLength(1)
    expect(whole).toBeGreaterThan(1)
  })

  it('knows no files outside its folder', () => {
    const past = new Past(new Map(), new Archive(folder))
    expect(past.file('..', 'push-1.mp4')).toBeNull()
    expect(past.file('room', 'push-1.mp4')).toBeNull()
    expect(past.file('room', 'push-1-0.m4s')).toBeNull()
  })

  it('is not kept without a folder', () => {
    const past = new Past(new Map(), null)
    push(past, 0, 5)
    expect(past.playlist('room', span(0, 60), '')).toBeNull()
    expect([past.file('room', 'push-1.mp4'), past.file('room', 'push-1-0.m4s')]).toEqual([null, null])
  })
})
