import * as v from 'valibot'
import { err, ok } from '@/domain/result'
import { DAY, HOUR } from '@/domain/time'
import type { Clock } from '../../cloudfunctions/_kernel/ports/clock'
import type { LiveStreams } from '../../cloudfunctions/_kernel/ports/live-streams'

const callback = v.pipe(
  v.string(),
  v.parseJson(),
  v.variant('kind', [
    v.object({
      kind: v.picklist(['published', 'stopped']),
      stream: v.string(),
      sequence: v.string(),
      signature: v.literal('good'),
    }),
    v.object({
      kind: v.literal('recorded'),
      stream: v.string(),
      file: v.nullable(v.object({ url: v.string(), startsAt: v.number(), durationMs: v.number() })),
      signature: v.literal('good'),
    }),
  ]),
)

/** A live vendor whose notices are plain JSON, signed `good`. */
export function fakeStreams(clock: Clock): LiveStreams {
  return {
    playAddresses: (stream) => ({
      qualities: [
        { id: 'origin', flv: `https://play.test/${stream}.flv`, hls: `https://play.test/${stream}.m3u8` },
        {
          id: 'audio',
          flv: `https://play.test/${stream}_sound.flv`,
          hls: `https://play.test/${stream}_sound.m3u8`,
        },
      ],
      expiresAt: clock.now() + HOUR,
    }),
    pushAddress: (stream) => ({
      server: 'rtmp://push.test/live',
      key: `${stream}?secret=1`,
      expiresAt: clock.now() + HOUR,
    }),
    keepsPastMs: 7 * DAY,
    pastAddress: (stream, { from, to }) => `https://play.test/${stream}.m3u8?from=${from}&to=${to}`,
    fileAddress: (url) => `${url}?sign=good`,
    verifyCallback({ body }) {
      const parsed = v.safeParse(callback, body)
      if (!parsed.success) return err({ code: 'bad-signature' })
      const told = parsed.output
      if (told.kind === 'recorded') return ok({ kind: told.kind, stream: told.stream, file: told.file })
      return ok({ kind: told.kind, stream: told.stream, push: { name: told.sequence } })
    },
  }
}
