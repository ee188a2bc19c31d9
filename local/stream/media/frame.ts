/** One coded picture; `data` holds length-prefixed NAL units (AVCC), as FLV and MP4 both want them. */
export interface VideoFrame {
  readonly kind: 'video'
  readonly dtsMs: number
  /** How much later than decoding the picture is shown; above zero only with B-frames. */
  readonly ctsMs: number
  readonly isKey: boolean
  /** Server time that goes with `dtsMs`; the picture belongs on screen `ctsMs` later, plus transport. */
  readonly wallMs: number
  readonly data: Buffer
}

export interface AudioFrame {
  readonly kind: 'audio'
  readonly dtsMs: number
  readonly data: Buffer
}

/** A sound that knows when it was heard: without a picture beside it nothing else tells. */
export interface DatedSound extends AudioFrame {
  readonly wallMs: number
}

export type Frame = VideoFrame | AudioFrame

export interface AudioConfig {
  /** MPEG-4 AudioSpecificConfig. */
  readonly asc: Buffer
  readonly sampleRate: number
  readonly channels: number
}

export interface VideoConfig {
  /** AVCDecoderConfigurationRecord. */
  readonly avcC: Buffer
  readonly width: number
  readonly height: number
}

export interface MediaConfig {
  readonly video: VideoConfig
  readonly audio: AudioConfig | null
}

/** Of one track or of both. */
export interface TrackConfig {
  readonly video: VideoConfig | null
  readonly audio: AudioConfig | null
}

/** Samples in every AAC-LC frame. */
export const AAC_FRAME_SAMPLES = 1024
