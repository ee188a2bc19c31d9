import fc from 'fast-check'
import { AAC_CONFIG, AVC_CONFIG, nal } from '../../../test/builders/tiny-flv'
import { decodeAmf0 } from './amf0'
import { readAudioBody, readFlvTags, readVideoBody, TAG } from './flv-demux'
import { flvFrame, flvOpening } from './flv-mux'
import type { AudioFrame, MediaConfig, VideoFrame } from './frame'

const config: MediaConfig = {
  video: { avcC: AVC_CONFIG, width: 540, height: 960 },
  audio: { asc: AAC_CONFIG, sampleRate: 48000, channels: 2 },
}
const picture: VideoFrame = { kind: 'video', dtsMs: 40, ctsMs: 80, isKey: true, wallMs: 0, data: nal(5, 9) }
const sound: AudioFrame = { kind: 'audio', dtsMs: 21, data: Buffer.from([1, 2, 3]) }

describe('FLV', () => {
  it('opens with metadata and both configurations', () => {
    const [script, video, audio] = readFlvTags(flvOpening(config))
    expect(decodeAmf0(script?.body ?? Buffer.alloc(0))).toMatchObject([
      'onMetaData',
      { width: 540, height: 960 },
    ])
    expect(readVideoBody(video?.body ?? Buffer.alloc(0))).toEqual({ kind: 'config', avcC: AVC_CONFIG })
    expect(readAudioBody(audio?.body ?? Buffer.alloc(0))).toEqual({ kind: 'config', asc: AAC_CONFIG })
  })

  it('promises no sound when there is none', () => {
    const opening = flvOpening({ ...config, audio: null })
    expect(opening[4]).toBe(1)
    expect(readFlvTags(opening).map((tag) => tag.type)).toEqual([TAG.script, TAG.video])
  })

  it('gives back the frames that were written', () => {
    const file = Buffer.concat([flvOpening(config), flvFrame(picture), flvFrame(sound)])
    const [, , , video, audio] = readFlvTags(file)
    expect(video?.timestampMs).toBe(40)
    expect(readVideoBody(video?.body ?? Buffer.alloc(0))).toEqual({
      kind: 'frame',
      isKey: true,
      ctsMs: 80,
      data: picture.data,
    })
    expect(audio?.timestampMs).toBe(21)
    expect(readAudioBody(audio?.body ?? Buffer.alloc(0))).toEqual({ kind: 'frame', data: sound.data })
  })

  it('keeps times beyond 24 bits and wraps after 49 days', () => {
    const late = Buffer.concat([flvOpening(config), flvFrame({ ...sound, dtsMs: 0x12345678 })])
    expect(readFlvTags(late).at(-1)?.timestampMs).toBe(0x12345678)
    const wrapped = Buffer.concat([flvOpening(config), flvFrame({ ...sound, dtsMs: 0x100000005 })])
    expect(readFlvTags(wrapped).at(-1)?.timestampMs).toBe(5)
  })

  it('ignores a tag that was cut off', () => {
    const file = Buffer.concat([flvOpening(config), flvFrame(picture)])
    expect(readFlvTags(file.subarray(0, -10))).toHaveLength(3)
  })

  it.each([
    ['HEVC', Buffer.from([0x1c, 1, 0, 0, 0, 1])],
    ['an enhanced codec', Buffer.from([0x90, 0x68, 0x76, 0x63, 0x31])],
  ])('knows %s as unsupported', (_case, body) => {
    expect(readVideoBody(body)).toEqual({ kind: 'unsupported' })
  })

  it('knows MP3 as unsupported', () => {
    expect(readAudioBody(Buffer.from([0x2f, 1, 2, 3]))).toEqual({ kind: 'unsupported' })
  })

  it('survives any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (any) => {
        const bytes = Buffer.from(any)
        readFlvTags(Buffer.concat([Buffer.from('FLV'), bytes]))
        readVideoBody(bytes)
        readAudioBody(bytes)
      }),
    )
  })
})
