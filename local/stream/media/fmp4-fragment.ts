import { AUDIO_TRACK, VIDEO_TRACK } from './fmp4-init'
import { box, fullBox, u32, u64 } from './mp4-box'

export interface VideoSample {
  readonly data: Buffer
  readonly isKey: boolean
  readonly duration: number
  readonly compositionOffset: number
}

export interface Fragment {
  readonly sequence: number
  /** Null where there is only sound. */
  readonly video: { readonly decodeTime: number; readonly samples: readonly VideoSample[] } | null
  readonly audio: {
    readonly decodeTime: number
    readonly frameDuration: number
    readonly samples: readonly Buffer[]
  }
}

const SYNC_SAMPLE = 0x2000000
const DEPENDENT_SAMPLE = 0x1010000
/** Offsets in a fragment count from its moof (ISO 14496-12 §8.8.7); without it browsers refuse the data. */
const DEFAULT_BASE_IS_MOOF = 0x20000

/** One fMP4 media segment: moof and mdat with both tracks. */
export function mediaSegment(fragment: Fragment): Buffer {
  const videoData = (fragment.video?.samples ?? []).map((sample) => sample.data)
  const videoBytes = videoData.reduce((sum, data) => sum + data.length, 0)
  const size = movieFragment(fragment, { video: 0, audio: 0 }).length
  const offsets = { video: size + 8, audio: size + 8 + videoBytes }
  return Buffer.concat([
    movieFragment(fragment, offsets),
    box('mdat', ...videoData, ...fragment.audio.samples),
  ])
}

function movieFragment(fragment: Fragment, offsets: { video: number; audio: number }): Buffer {
  const tracks = fragment.video ? [videoRun(fragment.video, offsets.video)] : []
  if (fragment.audio.samples.length > 0) tracks.push(audioRun(fragment.audio, offsets.audio))
  return box('moof', fullBox({ type: 'mfhd' }, u32(fragment.sequence)), ...tracks)
}

function videoRun({ decodeTime, samples }: NonNullable<Fragment['video']>, offset: number): Buffer {
  const table = samples.map((sample) =>
    u32(
      sample.duration,
      sample.data.length,
      sample.isKey ? SYNC_SAMPLE : DEPENDENT_SAMPLE,
      sample.compositionOffset,
    ),
  )
  return box(
    'traf',
    fullBox({ type: 'tfhd', flags: DEFAULT_BASE_IS_MOOF }, u32(VIDEO_TRACK)),
    fullBox({ type: 'tfdt', version: 1 }, u64(decodeTime)),
    fullBox({ type: 'trun', version: 1, flags: 0xf01 }, u32(samples.length, offset), ...table),
  )
}

function audioRun({ decodeTime, frameDuration, samples }: Fragment['audio'], offset: number): Buffer {
  return box(
    'traf',
    fullBox({ type: 'tfhd', flags: DEFAULT_BASE_IS_MOOF | 0x8 }, u32(AUDIO_TRACK, frameDuration)),
    fullBox({ type: 'tfdt', version: 1 }, u64(decodeTime)),
    fullBox(
      { type: 'trun', flags: 0x201 },
      u32(samples.length, offset),
      ...samples.map((data) => u32(data.length)),
    ),
  )
}
