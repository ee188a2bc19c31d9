import { AAC_CONFIG, AVC_CONFIG, nal } from '../../test/builders/tiny-flv'
import type { Frame } from './media/frame'
import { Segmenter } from './segmenter'

const config = {
  video: { avcC: AVC_CONFIG, width: 540, height: 960 },
  audio: { asc: AAC_CONFIG, sampleRate: 48000, channels: 2 },
}
const picture = (dtsMs: number, isKey = true): Frame => ({
  kind: 'video',
  dtsMs,
  ctsMs: 0,
  isKey,
  wallMs: dtsMs,
  data: nal(5, 1),
})
const sound = (dtsMs: number): Frame => ({ kind: 'audio', dtsMs, data: Buffer.from([1]) })

/** Decode times of a segment's tracks, in their own ticks: video first. */
function decodeTimes(bytes: Buffer): number[] {
  const times: number[] = []
  for (let at = bytes.indexOf('tfdt'); at >= 0; at = bytes.indexOf('tfdt', at + 1)) {
    times.push(Number(bytes.readBigUInt64BE(at + 8)))
  }
  return times
}

function segmentsOf(frames: readonly Frame[]): number[][] {
  const segmenter = new Segmenter(config)
  const cut = frames.map((frame) => segmenter.push(frame))
  return [...cut, segmenter.finish()].flatMap((segment) => (segment ? [decodeTimes(segment.bytes)] : []))
}

describe('Segmenter', () => {
  it('waits for the first key picture', () => {
    const segmenter = new Segmenter(config)
    expect(segmenter.push(sound(0))).toBeNull()
    expect(segmenter.push(picture(0, false))).toBeNull()
    expect(segmenter.finish()).toBeNull()
  })

  it('counts sound in samples, so that rounded times leave no gap', () => {
    // 21.33 ms a frame: 47 frames end at sample 48128, which milliseconds would call 48144
    const sounds = Array.from({ length: 47 }, (_, i) => sound(Math.round(i * (1024 / 48))))
    const frames = [picture(0), ...sounds, picture(1000), sound(1003), picture(2000)]
    expect(segmentsOf(frames).slice(0, 2)).toEqual([
      [0, 0],
      [90_000, 48_128],
    ])
  })

  it('follows the told time across a real gap in the sound', () => {
    const frames = [picture(0), sound(0), picture(1000), sound(1500), picture(2000)]
    expect(segmentsOf(frames)[1]).toEqual([90_000, 72_000])
  })

  it('gives the rest when the stream ends', () => {
    const segmenter = new Segmenter(config)
    segmenter.push(picture(0))
    segmenter.push(picture(40, false))
    expect(segmenter.finish()).toMatchObject({ durationMs: 80, wallMs: 0 })
  })
})
