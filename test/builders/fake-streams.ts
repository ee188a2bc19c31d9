import * as v from 'valibot'
import { err, ok } from '@/domain/result'
import { HOUR } from '@/domain/time'
import type { Clock } from '../../cloudfunctions/_kernel/ports/clock'
import type { LiveStreams } from '../../cloudfunctions/_kernel/ports/live-streams'

const callback = v.object({
  kind: v.picklist(['published', 'stopped']),
  stream: v.string(),
  sequence: v.string(),
  signature: v.literal('good'),
})

/** A live vendor whose notices are plain JSON, signed `good`. */
export function fakeStreams(clock: Clock): LiveStreams {
  return {
    playAddresses: (stream) => ({
      flv: `https://play.test/${stream}.flv`,
      hls: `https://play.test/${stream}.m3u8`,
      expiresAt: clock.now() + HOUR,
    }),
    pushAddress: (stream) => ({
      server: 'rtmp://push.test/live',
      key: `${stream}?secret=1`,
      expiresAt: clock.now() + HOUR,
    }),
    verifyCallback(body) {
      const parsed = v.safeParse(callback, body)
      return parsed.success ? ok(parsed.output) : err({ code: 'bad-signature' })
    },
  }
}
