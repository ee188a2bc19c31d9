import { tinyFlv } from '../../test/builders/tiny-flv'
import { readLoop } from './loop'
import { LoopTimeline } from './loop-timeline'
import type { Frame } from './media/frame'

function loopOf(units: number) {
  const loop = readLoop(tinyFlv(units))
  if (!loop) throw new Error('the builder makes a loop')
  return loop
}
const kinds = (frames: readonly Frame[], kind: Frame['kind']) => frames.filter((frame) => frame.kind === kind)

describe('readLoop', () => {
  it('takes whole units of 320 ms', () => {
    const loop = loopOf(4)
    expect([loop.pictures.length, loop.sounds.length]).toEqual([32, 60])
    expect(loop.config).toMatchObject({ video: { width: 540, height: 960 }, audio: { sampleRate: 48000 } })
  })

  it('leaves a part unit out', () => {
    const file = tinyFlv(3)
    expect(readLoop(file.subarray(0, file.length - 18))?.pictures).toHaveLength(16)
  })

  it.each([
    ['an empty file', Buffer.alloc(0)],
    ['something else', Buffer.from('#EXTM3U, not a video at all')],
    ['a file without frames', tinyFlv(0)],
  ])('refuses %s', (_case, file) => {
    expect(readLoop(file)).toBeNull()
  })
})

describe('LoopTimeline', () => {
  const noon = Date.UTC(2026, 0, 1, 12)

  it('starts at the key picture on screen and gives what is due', () => {
    const frames = new LoopTimeline(loopOf(4), noon + 100).framesUntil(noon + 330)
    const video = kinds(frames, 'video')
    expect(video[0]).toMatchObject({ isKey: true, dtsMs: 0, wallMs: noon })
    expect(video).toHaveLength(9)
    expect(video.at(-1)).toMatchObject({ dtsMs: 320, wallMs: noon + 320 })
  })

  it('gives every frame exactly once, however often it is asked', () => {
    const timeline = new LoopTimeline(loopOf(4), noon)
    const asked = Array.from({ length: 100 }, (_, i) => timeline.framesUntil(noon + i * 33)).flat()
    expect(asked).toEqual(new LoopTimeline(loopOf(4), noon).framesUntil(noon + 99 * 33))
  })

  it('keeps sound and picture together over many turns of the loop', () => {
    const frames = new LoopTimeline(loopOf(2), noon).framesUntil(noon + 63_960)
    expect(kinds(frames, 'video')).toHaveLength(1600)
    expect(kinds(frames, 'audio')).toHaveLength(3000)
    expect(kinds(frames, 'audio').at(-1)?.dtsMs).toBe(Math.round(2999 * (1024 / 48)))
  })

  it('shows the same picture at the same time after a restart', () => {
    const loop = loopOf(4)
    const old = new LoopTimeline(loop, noon).framesUntil(noon + 60_000)
    const fresh = new LoopTimeline(loop, noon + 59_000).framesUntil(noon + 60_000)
    expect(kinds(fresh, 'video').at(-1)?.data).toEqual(kinds(old, 'video').at(-1)?.data)
  })

  it('knows how far behind it is', () => {
    const timeline = new LoopTimeline(loopOf(4), noon)
    timeline.framesUntil(noon)
    expect(timeline.lagMs(noon + 7000)).toBe(7000)
    expect(timeline.lagMs(noon - 5000)).toBe(-5000)
  })
})
