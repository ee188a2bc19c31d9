import type { Loop } from '../loop'
import type { MediaConfig } from '../media/frame'
import type { Archive, Kept, PushRecorder } from './archive'
import { LoopPast, type PictureRange } from './loop-past'
import { pastPlaylist, type Stretch } from './stretch'

interface Span {
  readonly fromMs: number
  readonly toMs: number
}

/** The vendor gives no more at once. */
const LONGEST_SPAN_MS = 6 * 3_600_000
/** A shorter gap between two segments is how frames come and go, and is not filled with the loop. */
const SHORTEST_GAP_MS = 1_000

const LOOP_FILE = /^loop-(\d{1,15})-(\d{1,15})-(\d{1,15})\.m4s$/
const PUSH_FILE = /^push-(\d{1,15})-(\d{1,12})\.m4s$/
const PUSH_INIT = /^push-(\d{1,15})\.mp4$/
const LOOP_INIT = 'loop.mp4'

/** Time shift: what was on air, pushes as they were kept and the loop in between. */
export class Past {
  readonly #loops = new Map<string, LoopPast>()
  readonly #archive: Archive | null

  constructor(loops: ReadonlyMap<string, Loop>, archive: Archive | null) {
    for (const [stream, loop] of loops) this.#loops.set(stream, new LoopPast(loop))
    this.#archive = archive
  }

  record(stream: string, config: MediaConfig, nowMs: number): PushRecorder | null {
    return this.#archive?.record(stream, config, nowMs) ?? null
  }

  /** The playlist, its files in `folder`; null when nothing was on air or too much is asked for. */
  playlist(stream: string, span: Span, folder: string): string | null {
    if (span.toMs <= span.fromMs || span.toMs - span.fromMs > LONGEST_SPAN_MS) return null
    const stretches = this.#stretches(stream, span, folder)
    return stretches.length > 0 ? pastPlaylist(stretches) : null
  }

  /** A file that a playlist of `stream` names. */
  file(stream: string, name: string): Buffer | null {
    const loop = this.#loops.get(stream)
    if (name === LOOP_INIT) return loop?.init ?? null
    const [, origin, from, to] = LOOP_FILE.exec(name) ?? []
    if (origin !== undefined)
      return loop?.segment({ origin: Number(origin), from: Number(from), to: Number(to) }) ?? null
    const [, init] = PUSH_INIT.exec(name) ?? []
    if (init !== undefined) return this.#archive?.init(`${stream}.${init}`) ?? null
    const [, start, offset] = PUSH_FILE.exec(name) ?? []
    return start === undefined ? null : (this.#archive?.segment(`${stream}.${start}`, Number(offset)) ?? null)
  }

  #stretches(stream: string, { fromMs, toMs }: Span, folder: string): readonly Stretch[] {
    const stretches: Stretch[] = []
    let cursor = fromMs
    const fill = (until: number): void => {
      const loop = this.#loops.get(stream)
      if (loop && until - cursor > SHORTEST_GAP_MS)
        stretches.push(loop.stretch({ fromMs: cursor, toMs: until }, loopFiles(folder)))
    }
    for (const push of bySession(this.#archive?.between(stream, { fromMs, toMs }) ?? [])) {
      fill(push[0].wallMs)
      stretches.push(pushStretch(push, folder))
      const last = push[push.length - 1] ?? push[0]
      cursor = last.wallMs + last.durationMs
    }
    fill(toMs)
    return stretches
  }
}

const loopFiles = (folder: string) => ({
  init: `${folder}${LOOP_INIT}`,
  segment: ({ origin, from, to }: PictureRange) => `${folder}loop-${origin}-${from}-${to}.m4s`,
})

function pushStretch(kept: readonly [Kept, ...Kept[]], folder: string): Stretch {
  const start = kept[0].session.slice(kept[0].session.lastIndexOf('.') + 1)
  return {
    wallMs: kept[0].wallMs,
    init: `${folder}push-${start}.mp4`,
    segments: kept.map(({ offset, durationMs }) => ({
      uri: `${folder}push-${start}-${offset}.m4s`,
      durationMs,
    })),
  }
}

/** Segments that follow each other in one push, together. */
function bySession(kept: readonly Kept[]): readonly (readonly [Kept, ...Kept[]])[] {
  const groups: [Kept, ...Kept[]][] = []
  for (const segment of kept) {
    const last = groups[groups.length - 1]
    if (last?.[0].session === segment.session) last.push(segment)
    else groups.push([segment])
  }
  return groups
}
