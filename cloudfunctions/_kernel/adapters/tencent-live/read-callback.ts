import * as v from 'valibot'
import type { Result } from '@/domain/result'
import { err, ok } from '@/domain/result'
import { SECOND } from '@/domain/time'
import type { RecordedFile, StreamCallback, StreamNotice } from '../../ports/live-streams'
import { isPlayable, isSame, md5 } from '../live-vendor/live-vendor'

const PUBLISHED = 1
const STOPPED = 0
const RECORDED = 100

// the vendor's documentation and its examples disagree about numbers and strings: both are taken
const numeric = v.pipe(
  v.union([v.pipe(v.number(), v.safeInteger()), v.pipe(v.string(), v.regex(/^\d{1,20}$/))]),
  v.transform(String),
)
const number = v.pipe(numeric, v.transform(Number), v.safeInteger())

const signed = {
  stream_id: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
  t: numeric,
  sign: v.pipe(v.string(), v.maxLength(64)),
}
const notice = v.pipe(
  v.string(),
  v.parseJson(),
  v.variant('event_type', [
    v.object({
      ...signed,
      event_type: v.picklist([PUBLISHED, STOPPED]),
      sequence: v.union([v.pipe(v.string(), v.maxLength(64)), v.number()]),
    }),
    v.object({
      ...signed,
      event_type: v.literal(RECORDED),
      video_url: v.pipe(v.string(), v.trim(), v.maxLength(1_000), v.url()),
      start_time: number,
      start_time_usec: v.optional(number, 0),
      duration: number,
    }),
  ]),
)
type Notice = v.InferOutput<typeof notice>

type Refusal = { readonly code: 'bad-signature' | 'expired' | 'malformed' }

/**
 * Reads the notice of a push, a cut or a recorded file, posted: `sign = md5(key + t)`, where `t` is the second at which
 * the notice expires.
 */
export function readCallback(
  { body }: StreamNotice,
  check: { key: string; nowMs: number },
): Result<StreamCallback, Refusal> {
  const parsed = v.safeParse(notice, body)
  if (!parsed.success) return err({ code: 'malformed' })
  const { t, sign } = parsed.output
  if (!isSame(sign, md5(check.key + t))) return err({ code: 'bad-signature' })
  if (Number(t) * SECOND < check.nowMs) return err({ code: 'expired' })
  return ok(describe(parsed.output))
}

function describe(told: Notice): StreamCallback {
  const stream = told.stream_id
  if (told.event_type === RECORDED) return { kind: 'recorded', stream, file: fileOf(told) }
  return {
    kind: told.event_type === PUBLISHED ? 'published' : 'stopped',
    stream,
    push: { name: String(told.sequence) },
  }
}

function fileOf(told: Extract<Notice, { event_type: typeof RECORDED }>): RecordedFile | null {
  const url = new URL(told.video_url)
  if (!isPlayable(url.pathname)) return null
  // our pages are https, and the vendor's domain answers to both
  url.protocol = 'https:'
  return {
    url: url.href,
    startsAt: told.start_time * SECOND + Math.round(told.start_time_usec / 1000),
    durationMs: told.duration * SECOND,
  }
}
