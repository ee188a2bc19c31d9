import { timingSafeEqual } from 'node:crypto'
import * as v from 'valibot'
import type { Result } from '@/domain/result'
import { err, ok } from '@/domain/result'
import type { StreamCallback } from '../../ports/live-streams'
import { md5 } from './sign-query'

const PUBLISHED = 1
const STOPPED = 0

// the vendor's documentation and its examples disagree about numbers and strings: both are taken
const numeric = v.union([v.pipe(v.number(), v.safeInteger()), v.pipe(v.string(), v.regex(/^\d{1,20}$/))])

const notice = v.object({
  event_type: v.picklist([PUBLISHED, STOPPED]),
  stream_id: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
  sequence: v.union([v.pipe(v.string(), v.maxLength(64)), v.number()]),
  t: numeric,
  sign: v.pipe(v.string(), v.maxLength(64)),
})

type Refusal = { readonly code: 'bad-signature' | 'expired' | 'malformed' }

/** Reads a push or cut notice: `sign = md5(key + t)`, where `t` is the second at which the notice expires. */
export function readCallback(
  body: unknown,
  check: { key: string; nowMs: number },
): Result<StreamCallback, Refusal> {
  const parsed = v.safeParse(notice, body)
  if (!parsed.success) return err({ code: 'malformed' })
  const { event_type, stream_id, sequence, t, sign } = parsed.output
  if (!isSame(sign, md5(check.key + String(t)))) return err({ code: 'bad-signature' })
  if (Number(t) * 1000 < check.nowMs) return err({ code: 'expired' })
  return ok({
    kind: event_type === PUBLISHED ? 'published' : 'stopped',
    stream: stream_id,
    sequence: String(sequence),
  })
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
