import type { Feed } from '../broadcast'
import { readAacConfig } from '../media/aac'
import { readAvcConfig } from '../media/avc'
import { readAudioBody, readVideoBody } from '../media/flv-demux'
import type { AudioConfig, VideoConfig, VideoFrame } from '../media/frame'

export type Verdict = 'accepted' | 'unsupported'

/** A larger step in the publisher's own clock starts a new session instead of a broken timeline. */
const STEP_BACK_MS = 1000
const STEP_AHEAD_MS = 10_000
const LONGEST_CTS_MS = 5000
const CLOCK_DRIFT_MS = 2000

type VideoBodyFrame = Pick<VideoFrame, 'isKey' | 'ctsMs' | 'data'>

/** Turns a publisher's media messages into frames on one clean timeline that starts at a key frame. */
export class Intake {
  readonly #feed: Feed
  readonly #now: () => number
  #video: VideoConfig | null = null
  #audio: AudioConfig | null = null
  #isOpen = false
  #baseMs = 0
  #lastTimestampMs = 0
  #lastVideoMs = 0
  #lastAudioMs = 0
  #anchorMs = 0

  constructor(feed: Feed, now: () => number) {
    this.#feed = feed
    this.#now = now
  }

  video(timestampMs: number, bytes: Buffer): Verdict {
    const body = readVideoBody(bytes)
    if (body.kind === 'unsupported') return 'unsupported'
    if (body.kind === 'config') return this.#configureVideo(body.avcC)
    if (body.kind === 'frame') this.#videoFrame(timestampMs, body)
    return 'accepted'
  }

  audio(timestampMs: number, bytes: Buffer): Verdict {
    const body = readAudioBody(bytes)
    if (body.kind === 'unsupported') return 'unsupported'
    if (body.kind === 'config') return this.#configureAudio(body.asc)
    if (body.kind === 'frame') this.#audioFrame(timestampMs, body.data)
    return 'accepted'
  }

  #configureVideo(avcC: Buffer): Verdict {
    if (this.#video?.avcC.equals(avcC)) return 'accepted'
    this.#video = readAvcConfig(avcC)
    this.#isOpen = false
    return this.#video ? 'accepted' : 'unsupported'
  }

  #configureAudio(asc: Buffer): Verdict {
    if (this.#audio?.asc.equals(asc)) return 'accepted'
    this.#audio = readAacConfig(asc)
    this.#isOpen = false
    return this.#audio ? 'accepted' : 'unsupported'
  }

  #videoFrame(timestampMs: number, body: VideoBodyFrame): void {
    const step = timestampMs - this.#lastTimestampMs
    this.#lastTimestampMs = timestampMs
    if (step < -STEP_BACK_MS || step > STEP_AHEAD_MS) this.#isOpen = false
    if (!this.#isOpen && !(body.isKey && this.#open(timestampMs))) return
    // two pictures never share a time: browsers drop samples without duration
    const dtsMs = Math.max(timestampMs - this.#baseMs, this.#lastVideoMs + 1)
    this.#lastVideoMs = dtsMs
    const ctsMs = Math.min(Math.max(body.ctsMs, 0), LONGEST_CTS_MS)
    const { isKey, data } = body
    this.#feed.push([{ kind: 'video', dtsMs, ctsMs, isKey, wallMs: this.#wallAt(dtsMs), data }])
  }

  #audioFrame(timestampMs: number, data: Buffer): void {
    const sinceBase = timestampMs - this.#baseMs
    if (!this.#isOpen || sinceBase < 0 || sinceBase > this.#lastVideoMs + STEP_AHEAD_MS) return
    this.#lastAudioMs = Math.max(sinceBase, this.#lastAudioMs)
    this.#feed.push([{ kind: 'audio', dtsMs: this.#lastAudioMs, data }])
  }

  #open(timestampMs: number): boolean {
    if (!this.#video) return false
    this.#isOpen = true
    this.#baseMs = timestampMs
    this.#lastVideoMs = -1
    this.#lastAudioMs = 0
    this.#anchorMs = this.#now()
    this.#feed.open({ video: this.#video, audio: this.#audio })
    return true
  }

  /** Server time of a picture: the earliest arrival seen so far is the one with the least network delay. */
  #wallAt(dtsMs: number): number {
    const arrivedMs = this.#now() - dtsMs
    const hasDrifted = arrivedMs - this.#anchorMs > CLOCK_DRIFT_MS
    this.#anchorMs = hasDrifted ? arrivedMs : Math.min(this.#anchorMs, arrivedMs)
    return this.#anchorMs + dtsMs
  }
}
