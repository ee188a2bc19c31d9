import type { Loop } from './loop'
import { PICTURE_MS } from './loop'
import type { Frame } from './media/frame'

/** 15 AAC frames for every 8 pictures (see loop.ts). */
const SOUNDS_PER_PICTURE = 15 / 8
const SOUND_MS = PICTURE_MS / SOUNDS_PER_PICTURE

/**
 * Plays a loop along the wall clock. The picture at a given server time is always the same one, so a
 * restarted server goes on where the dead one would have been.
 */
export class LoopTimeline {
  readonly #loop: Loop
  readonly #firstPicture: number
  #picture: number
  #sound: number

  /** Starts at the key frame that was on screen at `fromMs`. */
  constructor(loop: Loop, fromMs: number) {
    this.#loop = loop
    let picture = Math.floor(fromMs / PICTURE_MS)
    while (!loop.pictures[picture % loop.pictures.length]?.isKey) picture--
    this.#firstPicture = picture
    this.#picture = picture
    this.#sound = Math.ceil(picture * SOUNDS_PER_PICTURE)
  }

  /** How far the frames already given lag behind the clock; negative when the clock stepped back. */
  lagMs(nowMs: number): number {
    return nowMs - (this.#picture - 1) * PICTURE_MS
  }

  /** Gives the frames that are due by now, in decoding order. */
  framesUntil(nowMs: number): Frame[] {
    const frames: Frame[] = []
    while (this.#picture * PICTURE_MS <= nowMs) {
      const wallMs = this.#picture * PICTURE_MS
      const picture = this.#loop.pictures[this.#picture % this.#loop.pictures.length]
      if (picture) frames.push({ ...picture, kind: 'video', wallMs, dtsMs: this.#sinceStart(wallMs) })
      this.#picture++
      this.#soundsBefore(this.#picture * PICTURE_MS, frames)
    }
    return frames
  }

  #soundsBefore(endMs: number, frames: Frame[]): void {
    while (this.#sound * SOUND_MS < endMs) {
      const data = this.#loop.sounds[this.#sound % this.#loop.sounds.length]
      if (data)
        frames.push({ kind: 'audio', data, dtsMs: Math.round(this.#sinceStart(this.#sound * SOUND_MS)) })
      this.#sound++
    }
  }

  #sinceStart(wallMs: number): number {
    return wallMs - this.#firstPicture * PICTURE_MS
  }
}
