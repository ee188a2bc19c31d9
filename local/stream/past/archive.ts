import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { initSegment } from '../media/fmp4-init'
import type { Frame, MediaConfig } from '../media/frame'
import { type Segment, Segmenter } from '../segmenter'

/** One segment of a push that is kept: where it lies in its file, and when it was on air. */
export interface Kept {
  readonly session: string
  readonly wallMs: number
  readonly durationMs: number
  readonly offset: number
  readonly bytes: number
}

const entry = v.object({
  wallMs: v.number(),
  durationMs: v.number(),
  offset: v.number(),
  bytes: v.number(),
})
const line = v.pipe(v.string(), v.parseJson(), entry)

/** About two hours at 1 Mbit/s, and twice that of all pushes together: a laptop's disk is not a cloud. */
const LARGEST_SESSION = 1024 * 1024 * 1024
const LARGEST_ARCHIVE = 2 * LARGEST_SESSION
/** Stream, server time of the start. */
const SESSION = /^([\w-]{1,64})\.(\d{1,15})$/

/**
 * Keeps what publishers pushed, each push in a file of its own: the initialization segment, then the segments, with a
 * list beside it that says where each lies. The oldest pushes go when all together become too large.
 */
export class Archive {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
    mkdirSync(folder, { recursive: true })
  }

  /** Starts to keep a push; what cannot be written is not kept, and the show goes on. */
  record(stream: string, config: MediaConfig, nowMs: number): PushRecorder | null {
    try {
      this.#makeRoom()
      return new PushRecorder(path.join(this.#folder, `${stream}.${nowMs}`), config)
    } catch (error) {
      complain(error)
      return null
    }
  }

  /** What is kept of a stream between two moments, in order. */
  between(stream: string, { fromMs, toMs }: { fromMs: number; toMs: number }): readonly Kept[] {
    return this.#sessions()
      .filter((session) => session.stream === stream && session.startMs < toMs)
      .flatMap(({ name }) => this.#list(name))
      .filter(({ wallMs, durationMs }) => wallMs < toMs && wallMs + durationMs > fromMs)
      .sort((a, b) => a.wallMs - b.wallMs)
  }

  init(session: string): Buffer | null {
    const first = this.#list(session)[0]
    return first ? this.#read(session, 0, first.offset) : null
  }

  segment(session: string, offset: number): Buffer | null {
    const kept = this.#list(session).find((segment) => segment.offset === offset)
    return kept ? this.#read(session, kept.offset, kept.bytes) : null
  }

  #sessions() {
    return readdirSync(this.#folder)
      .flatMap((file) => {
        const [, stream, startMs] = SESSION.exec(file.replace(/\.jsonl$/, '')) ?? []
        return file.endsWith('.jsonl') && stream !== undefined
          ? [{ name: `${stream}.${startMs}`, stream, startMs: Number(startMs) }]
          : []
      })
      .sort((a, b) => a.startMs - b.startMs)
  }

  #list(session: string): readonly Kept[] {
    const file = path.join(this.#folder, `${session}.jsonl`)
    if (!SESSION.test(session) || !existsSync(file)) return []
    return readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((written) => {
        // the last line may be cut where the machine stopped
        const kept = v.safeParse(line, written)
        return kept.success ? [{ ...kept.output, session }] : []
      })
  }

  #read(session: string, offset: number, bytes: number): Buffer {
    const file = openSync(path.join(this.#folder, `${session}.mp4`), 'r')
    try {
      const into = Buffer.alloc(bytes)
      readSync(file, into, 0, bytes, offset)
      return into
    } finally {
      closeSync(file)
    }
  }

  #makeRoom(): void {
    const sessions = this.#sessions().map((session) => ({
      ...session,
      bytes: statSync(path.join(this.#folder, `${session.name}.mp4`), { throwIfNoEntry: false })?.size ?? 0,
    }))
    let total = sessions.reduce((sum, { bytes }) => sum + bytes, 0)
    for (const { name, bytes } of sessions) {
      if (total + LARGEST_SESSION <= LARGEST_ARCHIVE) return
      for (const ending of ['mp4', 'jsonl'])
        rmSync(path.join(this.#folder, `${name}.${ending}`), { force: true })
      total -= bytes
    }
  }
}

/** One push on its way to the disk. */
export class PushRecorder {
  readonly #segmenter: Segmenter
  #files: { readonly media: number; readonly list: number } | null
  #offset: number

  constructor(name: string, config: MediaConfig) {
    this.#segmenter = new Segmenter(config)
    this.#files = { media: openSync(`${name}.mp4`, 'w'), list: openSync(`${name}.jsonl`, 'w') }
    const init = initSegment(config)
    writeSync(this.#files.media, init)
    this.#offset = init.length
  }

  push(frames: readonly Frame[]): void {
    for (const frame of frames) this.#keep(this.#segmenter.push(frame))
  }

  close(): void {
    this.#keep(this.#segmenter.finish())
    if (!this.#files) return
    closeSync(this.#files.media)
    closeSync(this.#files.list)
    this.#files = null
  }

  #keep(segment: Segment | null): void {
    if (!segment || !this.#files || this.#offset + segment.bytes.length > LARGEST_SESSION) return
    const { wallMs, durationMs, bytes } = segment
    try {
      writeSync(this.#files.media, bytes)
      const told: v.InferInput<typeof entry> = {
        wallMs,
        durationMs,
        offset: this.#offset,
        bytes: bytes.length,
      }
      writeSync(this.#files.list, `${JSON.stringify(told)}\n`)
      this.#offset += bytes.length
    } catch (error) {
      // a full disk: what is kept is kept, and the show goes on
      complain(error)
      this.#files = null
    }
  }
}

const complain = (error: unknown): void => {
  process.stderr.write(`the push is not kept for its replay: ${String(error)}\n`)
}
