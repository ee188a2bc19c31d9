import fc from 'fast-check'
import {
  AVC_CONFIG,
  audioConfigBody,
  pictureBody,
  soundBody,
  videoConfigBody,
} from '../../../test/builders/tiny-flv'
import type { Feed } from '../broadcast'
import type { Frame, MediaConfig } from '../media/frame'
import { Intake } from './intake'

class RecordingFeed implements Feed {
  readonly sessions: { config: MediaConfig; frames: Frame[] }[] = []
  open = (config: MediaConfig) => void this.sessions.push({ config, frames: [] })
  push = (frames: readonly Frame[]) => void this.sessions.at(-1)?.frames.push(...frames)
  end = () => undefined
  times = () => this.sessions.map(({ frames }) => frames.map((frame) => frame.dtsMs))
}

function anIntake() {
  const feed = new RecordingFeed()
  const clock = { nowMs: 1_000_000 }
  const intake = new Intake(feed, () => clock.nowMs)
  intake.video(0, videoConfigBody())
  intake.audio(0, audioConfigBody())
  return { feed, clock, intake }
}

describe('Intake', () => {
  it('begins at the first key picture, at time zero', () => {
    const { feed, intake } = anIntake()
    intake.audio(4990, soundBody(0))
    intake.video(4960, pictureBody(false, 1))
    intake.video(5000, pictureBody(true, 2))
    intake.audio(5005, soundBody(3))
    intake.video(5040, pictureBody(false, 4))
    expect(feed.times()).toEqual([[0, 5, 40]])
    expect(feed.sessions[0]?.config).toMatchObject({ video: { width: 540 }, audio: { sampleRate: 48000 } })
  })

  it('keeps composition offsets and refuses absurd ones', () => {
    const { feed, intake } = anIntake()
    intake.video(0, pictureBody(true, 1, 80))
    intake.video(40, pictureBody(false, 1, -500))
    intake.video(80, pictureBody(false, 1, 1_000_000))
    expect(feed.sessions[0]?.frames).toMatchObject([{ ctsMs: 80 }, { ctsMs: 0 }, { ctsMs: 5000 }])
  })

  it('dates pictures by the earliest arrival, so that delay on the way does not move them', () => {
    const { feed, intake, clock } = anIntake()
    intake.video(0, pictureBody(true, 1))
    clock.nowMs += 500
    intake.video(40, pictureBody(false, 1))
    clock.nowMs -= 470
    intake.video(80, pictureBody(false, 1))
    expect(feed.sessions[0]?.frames).toMatchObject([
      { wallMs: 1_000_000 },
      { wallMs: 1_000_040 },
      { wallMs: 1_000_030 },
    ])
  })

  it('dates afresh when the publisher has drifted', () => {
    const { feed, intake, clock } = anIntake()
    intake.video(0, pictureBody(true, 1))
    clock.nowMs += 3000
    intake.video(40, pictureBody(false, 1))
    expect(feed.sessions[0]?.frames[1]).toMatchObject({ wallMs: 1_003_000 })
  })

  it('never gives two pictures the same time', () => {
    const { feed, intake } = anIntake()
    for (const ms of [0, 0, 0]) intake.video(ms, pictureBody(true, 1))
    expect(feed.times()).toEqual([[0, 1, 2]])
  })

  it.each([
    ['back', 100],
    ['far ahead', 500_000],
  ])('starts a new session when the publisher steps %s in time', (_case, ms) => {
    const { feed, intake } = anIntake()
    intake.video(60_000 - 60_000, pictureBody(true, 1))
    intake.video(9000, pictureBody(false, 1))
    intake.video(ms, pictureBody(false, 2))
    intake.video(ms + 40, pictureBody(true, 3))
    expect(feed.times()).toEqual([[0, 9000], [0]])
  })

  it('starts a new session when the picture size changes or sound comes late', () => {
    const { feed, intake } = anIntake()
    intake.video(0, pictureBody(true, 1))
    const other = Buffer.from(AVC_CONFIG)
    other[3] = 30
    intake.video(40, videoConfigBody(other))
    intake.video(40, pictureBody(true, 1))
    intake.video(80, videoConfigBody(other))
    intake.video(80, pictureBody(true, 1))
    expect(feed.times()).toEqual([[0], [0, 40]])
  })

  it('carries pictures alone when there is no sound', () => {
    const feed = new RecordingFeed()
    const intake = new Intake(feed, () => 0)
    intake.video(0, videoConfigBody())
    intake.video(0, pictureBody(true, 1))
    expect(feed.sessions[0]?.config.audio).toBeNull()
  })

  it.each([
    ['another video codec', (intake: Intake) => intake.video(0, Buffer.from([0x1c, 1, 0, 0, 0, 1]))],
    [
      'a broken video configuration',
      (intake: Intake) => intake.video(0, Buffer.from([0x17, 0, 0, 0, 0, 1, 2])),
    ],
    ['another audio codec', (intake: Intake) => intake.audio(0, Buffer.from([0x2f, 1, 1]))],
    ['a broken audio configuration', (intake: Intake) => intake.audio(0, Buffer.from([0xaf, 0, 0xff]))],
  ])('refuses %s', (_case, send) => {
    expect(send(anIntake().intake)).toBe('unsupported')
  })

  it('survives any messages at any time', () => {
    const message = fc.record({
      isVideo: fc.boolean(),
      ms: fc.integer({ min: 0, max: 0xffffffff }),
      body: fc.oneof(
        fc.uint8Array({ maxLength: 60 }),
        fc.constantFrom(videoConfigBody(), audioConfigBody(), pictureBody(true, 1), soundBody(1)),
      ),
    })
    fc.assert(
      fc.property(fc.array(message, { maxLength: 40 }), (messages) => {
        const { feed, intake } = anIntake()
        for (const { isVideo, ms, body } of messages) {
          if (isVideo) intake.video(ms, Buffer.from(body))
          else intake.audio(ms, Buffer.from(body))
        }
        for (const { frames } of feed.sessions) {
          const times = frames.filter((frame) => frame.kind === 'video').map((frame) => frame.dtsMs)
          expect(times).toEqual([...new Set(times)].sort((a, b) => a - b))
        }
      }),
    )
  })
})
