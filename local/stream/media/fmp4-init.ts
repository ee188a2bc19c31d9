import type { AudioConfig, TrackConfig, VideoConfig } from './frame'
import { box, fullBox, u16, u32 } from './mp4-box'

/** Ticks per second of the video track; RTP's clock, which every player handles. */
export const VIDEO_TIMESCALE = 90000
export const VIDEO_TRACK = 1
export const AUDIO_TRACK = 2

const IDENTITY_MATRIX = u32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)
const NO_SAMPLES = [
  fullBox({ type: 'stts' }, u32(0)),
  fullBox({ type: 'stsc' }, u32(0)),
  fullBox({ type: 'stsz' }, u32(0, 0)),
  fullBox({ type: 'stco' }, u32(0)),
]

/** The fMP4 initialization segment that EXT-X-MAP points at. */
export function initSegment({ video, audio }: TrackConfig): Buffer {
  const mvhd = [
    u32(0, 0, 1000, 0, 0x10000),
    u16(0x100, 0),
    u32(0, 0),
    IDENTITY_MATRIX,
    Buffer.alloc(24),
    u32(3),
  ]
  const tracks: Buffer[] = []
  const extensions: Buffer[] = []
  if (video) {
    tracks.push(videoTrack(video))
    extensions.push(trackExtends(VIDEO_TRACK))
  }
  if (audio) {
    tracks.push(audioTrack(audio))
    extensions.push(trackExtends(AUDIO_TRACK))
  }
  return Buffer.concat([
    box('ftyp', Buffer.from('iso6'), u32(1), Buffer.from('iso6mp41')),
    box('moov', fullBox({ type: 'mvhd' }, ...mvhd), ...tracks, box('mvex', ...extensions)),
  ])
}

function trackExtends(id: number): Buffer {
  return fullBox({ type: 'trex' }, u32(id, 1, 0, 0, 0))
}

function videoTrack({ avcC, width, height }: VideoConfig): Buffer {
  const sample = box(
    'avc1',
    Buffer.alloc(6),
    u16(1),
    Buffer.alloc(16),
    u16(width, height),
    u32(0x480000, 0x480000, 0),
    u16(1),
    Buffer.alloc(32),
    u16(24, 0xffff),
    box('avcC', avcC),
  )
  const header = fullBox({ type: 'vmhd', flags: 1 }, Buffer.alloc(8))
  return box(
    'trak',
    trackHeader({ id: VIDEO_TRACK, width, height, volume: 0 }),
    media({ timescale: VIDEO_TIMESCALE, handler: 'vide', header, sample }),
  )
}

function audioTrack({ asc, sampleRate, channels }: AudioConfig): Buffer {
  const decoder = descriptor(4, Buffer.from([0x40, 0x15, 0, 0, 0]), u32(128000, 128000), descriptor(5, asc))
  const esds = fullBox(
    { type: 'esds' },
    descriptor(3, u16(0), Buffer.from([0]), decoder, descriptor(6, Buffer.from([2]))),
  )
  const rate = u16(sampleRate > 0xffff ? 0 : sampleRate, 0)
  const sample = box('mp4a', Buffer.alloc(6), u16(1), Buffer.alloc(8), u16(channels, 16, 0, 0), rate, esds)
  return box(
    'trak',
    trackHeader({ id: AUDIO_TRACK, width: 0, height: 0, volume: 0x100 }),
    media({ timescale: sampleRate, handler: 'soun', header: fullBox({ type: 'smhd' }, u32(0)), sample }),
  )
}

function trackHeader(track: { id: number; width: number; height: number; volume: number }): Buffer {
  return fullBox(
    { type: 'tkhd', flags: 7 },
    u32(0, 0, track.id, 0, 0, 0, 0),
    u16(0, 0, track.volume, 0),
    IDENTITY_MATRIX,
    u32(track.width << 16, track.height << 16),
  )
}

function media(track: { timescale: number; handler: string; header: Buffer; sample: Buffer }): Buffer {
  const dataHere = box('dinf', fullBox({ type: 'dref' }, u32(1), fullBox({ type: 'url ', flags: 1 })))
  const table = box('stbl', fullBox({ type: 'stsd' }, u32(1), track.sample), ...NO_SAMPLES)
  return box(
    'mdia',
    fullBox({ type: 'mdhd' }, u32(0, 0, track.timescale, 0), u16(0x55c4, 0)),
    fullBox({ type: 'hdlr' }, u32(0), Buffer.from(track.handler), u32(0, 0, 0), Buffer.from([0])),
    box('minf', track.header, dataHere, table),
  )
}

/** MPEG-4 descriptor with a one-byte length; readAacConfig keeps its contents below 128 bytes. */
function descriptor(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag, body.length]), body])
}
