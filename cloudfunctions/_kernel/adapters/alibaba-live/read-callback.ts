import * as v from 'valibot'
import type { Result } from '@/domain/result'
import { err, ok } from '@/domain/result'
import { MINUTE, SECOND } from '@/domain/time'
import type { StreamCallback, StreamNotice } from '../../ports/live-streams'
import { isPlayable, isSame, md5 } from '../live-vendor/live-vendor'

const headers = v.object({
  'ali-live-timestamp': v.pipe(v.string(), v.regex(/^\d{1,12}$/)),
  'ali-live-signature': v.pipe(v.string(), v.maxLength(64)),
})
const stream = v.pipe(v.string(), v.minLength(1), v.maxLength(128))
const push = v.object({
  headers,
  query: v.object({
    action: v.picklist(['publish', 'publish_done']),
    id: stream,
    time: v.pipe(v.string(), v.regex(/^\d{1,12}$/), v.transform(Number)),
  }),
})
const seconds = v.pipe(v.number(), v.minValue(0))
const recording = v.object({
  headers,
  body: v.pipe(
    v.string(),
    v.parseJson(),
    v.object({
      stream,
      uri: v.pipe(v.string(), v.regex(/^[\w\-./:]{1,500}$/)),
      duration: seconds,
      start_time: seconds,
    }),
  ),
})

/** The vendor tries five times with a pause of a second between; five minutes is what its documentation proposes. */
const LONGEST_WAY_MS = 5 * MINUTE

type Refusal = { readonly code: 'bad-signature' | 'expired' | 'malformed' }

export interface CallbackCheck {
  /** The domain that a notice of a push is signed with. */
  readonly pushDomain: string
  /** The domain that a notice of a recording is signed with: the one it is sent to. */
  readonly callbackHost: string
  readonly key: string
  readonly nowMs: number
  /** Where the bucket's files are served from; without it a recording cannot be watched. */
  readonly recordingUrl: string | null
}

/**
 * Reads a notice: one of a push is asked for by GET, one of a recorded file is posted. Both carry
 * `md5(domain|timestamp|key)` in their headers. The vendor gives its pushes no names, so that the order of two notices
 * is told by their seconds.
 */
export function readCallback(given: StreamNotice, check: CallbackCheck): Result<StreamCallback, Refusal> {
  const pushed = v.safeParse(push, given)
  if (pushed.success) {
    const { query } = pushed.output
    const refusal = refusalOf(check.pushDomain, pushed.output.headers, check)
    if (refusal) return err(refusal)
    return ok({
      kind: query.action === 'publish' ? 'published' : 'stopped',
      stream: query.id,
      push: { at: query.time * SECOND },
    })
  }
  const recorded = v.safeParse(recording, given)
  if (!recorded.success) return err({ code: 'malformed' })
  const { body } = recorded.output
  const refusal = refusalOf(check.callbackHost, recorded.output.headers, check)
  if (refusal) return err(refusal)
  return ok({
    kind: 'recorded',
    stream: body.stream,
    file:
      check.recordingUrl !== null && isPlayable(body.uri)
        ? {
            url: `${check.recordingUrl}/${body.uri}`,
            startsAt: Math.round(body.start_time * SECOND),
            durationMs: Math.round(body.duration * SECOND),
          }
        : null,
  })
}

function refusalOf(
  domain: string,
  told: v.InferOutput<typeof headers>,
  { key, nowMs }: CallbackCheck,
): Refusal | null {
  const at = told['ali-live-timestamp']
  if (!isSame(told['ali-live-signature'].toLowerCase(), md5(`${domain}|${at}|${key}`)))
    return { code: 'bad-signature' }
  return Math.abs(Number(at) * SECOND - nowMs) > LONGEST_WAY_MS ? { code: 'expired' } : null
}
