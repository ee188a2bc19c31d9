import { encodeAmf0 } from './amf0'
import { TAG } from './flv-demux'
import type { AudioFrame, Frame, TrackConfig, VideoFrame } from './frame'

const TAG_HEADER = 11
const AVC_KEY = 0x17
const AVC_INTER = 0x27
/** AAC, 44 kHz, 16 bit, stereo: players take the true values from the AudioSpecificConfig. */
const AAC = 0xaf

/** Everything a player needs before the first frame: file header, metadata, decoder configurations. */
export function flvOpening(config: TrackConfig): Buffer {
  const { video, audio } = config
  const flags = (audio ? 4 : 0) | (video ? 1 : 0)
  const parts = [
    Buffer.from([0x46, 0x4c, 0x56, 1, flags, 0, 0, 0, 9, 0, 0, 0, 0]),
    flvTag(TAG.script, 0, metadata(config)),
  ]
  if (video) parts.push(flvTag(TAG.video, 0, Buffer.concat([Buffer.from([AVC_KEY, 0, 0, 0, 0]), video.avcC])))
  if (audio) parts.push(flvTag(TAG.audio, 0, Buffer.concat([Buffer.from([AAC, 0]), audio.asc])))
  return Buffer.concat(parts)
}

export function flvFrame(frame: Frame): Buffer {
  return frame.kind === 'video'
    ? flvTag(TAG.video, frame.dtsMs, videoBody(frame))
    : flvTag(TAG.audio, frame.dtsMs, audioBody(frame))
}

/** Server time of the frame that follows: where there is no picture, no clock message travels in one. */
export function flvClock(dtsMs: number, wallMs: number): Buffer {
  return flvTag(TAG.script, dtsMs, encodeAmf0('onClock', { t: wallMs }))
}

export function flvTag(type: number, timestampMs: number, body: Buffer): Buffer {
  const tag = Buffer.allocUnsafe(TAG_HEADER + body.length + 4)
  // FLV keeps 32 bits of milliseconds, low 24 first: a stream longer than 49 days wraps
  const time = timestampMs >>> 0
  tag[0] = type
  tag.writeUIntBE(body.length, 1, 3)
  tag.writeUIntBE(time & 0xffffff, 4, 3)
  tag[7] = time >>> 24
  tag.writeUIntBE(0, 8, 3)
  body.copy(tag, TAG_HEADER)
  tag.writeUInt32BE(TAG_HEADER + body.length, TAG_HEADER + body.length)
  return tag
}

function videoBody(frame: VideoFrame): Buffer {
  const head = Buffer.alloc(5)
  head[0] = frame.isKey ? AVC_KEY : AVC_INTER
  head[1] = 1
  head.writeIntBE(frame.ctsMs, 2, 3)
  return Buffer.concat([head, frame.data])
}

function audioBody(frame: AudioFrame): Buffer {
  return Buffer.concat([Buffer.from([AAC, 1]), frame.data])
}

function metadata({ video, audio }: TrackConfig): Buffer {
  const videoFields = video && { width: video.width, height: video.height, videocodecid: 7 }
  const audioFields = audio && {
    audiocodecid: 10,
    audiosamplerate: audio.sampleRate,
    stereo: audio.channels > 1,
  }
  return encodeAmf0('onMetaData', {
    hasVideo: video !== null,
    hasAudio: audio !== null,
    ...videoFields,
    ...audioFields,
  })
}
