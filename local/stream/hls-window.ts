import { initSegment } from './media/fmp4-init'
import type { Frame, MediaConfig } from './media/frame'
import { Segmenter } from './segmenter'
import type { Segment } from './segmenter'

interface Listed extends Segment {
  readonly sequence: number
  readonly session: number
}

const LISTED = 6
/** Segments that left the playlist but that a slow viewer may still be asking for. */
const SPARE = 3
const SESSION_NUMBERS = 100_000
const LARGEST_BYTES = 32 * 1024 * 1024

/** The sliding window of one live HLS stream; a new session (other input) shows as a discontinuity. */
export class HlsWindow {
  #segments: Listed[] = []
  #inits = new Map<number, Buffer>()
  #segmenter: Segmenter | null = null
  #session: number
  #sequence: number

  /** Numbers start at a time in seconds: after a restart they only grow, as players require. */
  constructor(startSeconds: number) {
    this.#sequence = startSeconds
    // hls.js walks through all discontinuity numbers from 0: a whole timestamp would hang the page
    this.#session = startSeconds % SESSION_NUMBERS
  }

  open(config: MediaConfig): void {
    this.finish()
    this.begin(initSegment(config))
    this.#segmenter = new Segmenter(config)
  }

  /** Starts a session whose segments are cut by somebody else. */
  begin(init: Buffer): void {
    this.#session++
    this.#inits.set(this.#session, init)
  }

  push(frame: Frame): void {
    this.list(this.#segmenter?.push(frame) ?? null)
  }

  /** Lists what is left of the current session. */
  finish(): void {
    this.list(this.#segmenter?.finish() ?? null)
    this.#segmenter = null
  }

  init(session: number): Buffer | null {
    return this.#inits.get(session) ?? null
  }

  segment(sequence: number): Buffer | null {
    return this.#segments.find((segment) => segment.sequence === sequence)?.bytes ?? null
  }

  /** The playlist text, with its files in `folder` (`''` or ending in a slash); null while there is nothing to play. */
  playlist(folder: string): string | null {
    const listed = this.#segments.slice(-LISTED)
    const first = listed[0]
    if (!first) return null
    const target = Math.max(...listed.map((segment) => Math.ceil(segment.durationMs / 1000)))
    const lines = [
      '#EXTM3U',
      '#EXT-X-VERSION:7',
      `#EXT-X-TARGETDURATION:${target}`,
      '#EXT-X-INDEPENDENT-SEGMENTS',
      `#EXT-X-MEDIA-SEQUENCE:${first.sequence}`,
      `#EXT-X-DISCONTINUITY-SEQUENCE:${first.session}`,
    ]
    listed.forEach((segment, i) => lines.push(...segmentLines(segment, listed[i - 1], folder)))
    return lines.join('\n') + '\n'
  }

  /** Adds a segment of the current session. */
  list(segment: Segment | null): void {
    if (!segment) return
    this.#segments.push({ ...segment, sequence: this.#sequence++, session: this.#session })
    while (
      this.#segments.length > LISTED + SPARE ||
      (this.#bytes() > LARGEST_BYTES && this.#segments.length > 2)
    ) {
      this.#segments.shift()
    }
    const oldest = this.#segments[0]?.session ?? this.#session
    for (const session of this.#inits.keys()) if (session < oldest) this.#inits.delete(session)
  }

  #bytes(): number {
    return this.#segments.reduce((sum, segment) => sum + segment.bytes.length, 0)
  }
}

function segmentLines(segment: Listed, before: Listed | undefined, folder: string): string[] {
  const lines: string[] = []
  if (before && before.session !== segment.session) lines.push('#EXT-X-DISCONTINUITY')
  if (before?.session !== segment.session) lines.push(`#EXT-X-MAP:URI="${folder}init-${segment.session}.mp4"`)
  return [
    ...lines,
    `#EXT-X-PROGRAM-DATE-TIME:${new Date(segment.wallMs).toISOString()}`,
    `#EXTINF:${(segment.durationMs / 1000).toFixed(3)},`,
    `${folder}${segment.sequence}.m4s`,
  ]
}
