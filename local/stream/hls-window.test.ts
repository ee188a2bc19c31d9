import { AAC_CONFIG, AVC_CONFIG, nal } from '../../test/builders/tiny-flv'
import { HlsWindow } from './hls-window'
import type { Frame, MediaConfig } from './media/frame'

const config: MediaConfig = {
  video: { avcC: AVC_CONFIG, width: 540, height: 960 },
  audio: { asc: AAC_CONFIG, sampleRate: 48000, channels: 2 },
}
const START = Date.UTC(2026, 0, 1)

/** Pictures every 40 ms from `fromMs` to before `toMs`, with a key picture every `gopMs`. */
function pictures(fromMs: number, toMs: number, gopMs = 1280): Frame[] {
  const frames: Frame[] = []
  for (let ms = fromMs; ms < toMs; ms += 40) {
    const isKey = (ms - fromMs) % gopMs === 0
    frames.push({ kind: 'video', dtsMs: ms, ctsMs: 0, isKey, wallMs: START + ms, data: nal(1, 1) })
  }
  return frames
}

function windowOf(frames: readonly Frame[]): HlsWindow {
  const hls = new HlsWindow(1000)
  hls.open(config)
  for (const frame of frames) hls.push(frame)
  return hls
}

describe('HlsWindow', () => {
  it('has no playlist before the first whole segment', () => {
    expect(windowOf(pictures(0, 1280)).playlist('')).toBeNull()
  })

  it('starts a segment at every key picture and dates it', () => {
    const text = windowOf(pictures(0, 2600)).playlist('')
    expect(text).toBe(
      [
        '#EXTM3U',
        '#EXT-X-VERSION:7',
        '#EXT-X-TARGETDURATION:2',
        '#EXT-X-INDEPENDENT-SEGMENTS',
        '#EXT-X-MEDIA-SEQUENCE:1000',
        '#EXT-X-DISCONTINUITY-SEQUENCE:1001',
        '#EXT-X-MAP:URI="init-1001.mp4"',
        '#EXT-X-PROGRAM-DATE-TIME:2026-01-01T00:00:00.000Z',
        '#EXTINF:1.280,',
        '1000.m4s',
        '#EXT-X-PROGRAM-DATE-TIME:2026-01-01T00:00:01.280Z',
        '#EXTINF:1.280,',
        '1001.m4s',
        '',
      ].join('\n'),
    )
  })

  it('joins key pictures that come faster than once a second', () => {
    const text = windowOf(pictures(0, 2500, 400)).playlist('')
    expect(text?.match(/#EXTINF:1\.200,/g)).toHaveLength(2)
  })

  it('serves what it lists, and nothing that it never had', () => {
    const hls = windowOf(pictures(0, 2600))
    expect(hls.init(1001)?.includes('moov')).toBe(true)
    expect(hls.segment(1000)?.includes('moof')).toBe(true)
    expect(hls.segment(999)).toBeNull()
    expect(hls.init(7)).toBeNull()
  })

  it('lists six segments, keeps three more for late requests and forgets the rest', () => {
    const hls = windowOf(pictures(0, 1280 * 12 + 40))
    expect(hls.playlist('')).toContain('#EXT-X-MEDIA-SEQUENCE:1006')
    expect(hls.segment(1003)).not.toBeNull()
    expect(hls.segment(1002)).toBeNull()
  })

  it('shows another input as a discontinuity with its own initialization', () => {
    const hls = windowOf(pictures(0, 1300))
    hls.open(config)
    for (const frame of pictures(0, 1300)) hls.push(frame)
    const text = hls.playlist('r/') ?? ''
    expect(text).toContain('1001.m4s\n#EXT-X-DISCONTINUITY\n#EXT-X-MAP:URI="r/init-1002.mp4"')
    expect(text).toContain('r/1002.m4s')
  })

  it('forgets an input that has left the window', () => {
    const hls = windowOf(pictures(0, 1300))
    hls.open(config)
    for (const frame of pictures(0, 1280 * 12)) hls.push(frame)
    expect(hls.init(1001)).toBeNull()
    expect(hls.playlist('')).toContain('#EXT-X-DISCONTINUITY-SEQUENCE:1002')
  })

  it('keeps discontinuity numbers small, because hls.js counts up to them', () => {
    const hls = new HlsWindow(1_795_453_648)
    hls.open(config)
    for (const frame of pictures(0, 2600)) hls.push(frame)
    expect(hls.playlist('')).toContain(
      '#EXT-X-MEDIA-SEQUENCE:1795453648\n#EXT-X-DISCONTINUITY-SEQUENCE:53649\n',
    )
  })

  it('drops a stretch without key pictures instead of growing for ever', () => {
    const hls = windowOf([...pictures(0, 40_000, 100_000), ...pictures(40_000, 42_600)])
    expect(hls.playlist('')?.match(/EXTINF/g)).toHaveLength(2)
  })
})
