import * as v from 'valibot'
import { QUALITY_IDS } from '@/domain/quality'
import { DAY, MINUTE } from '@/domain/time'
import { contract, operation } from './contract'
import { count, idOf } from './schemas'

const upTo = (most: number) => v.pipe(count, v.maxValue(most))

/** What one person saw since they came into the room: totals, so that a lost report loses nothing. */
export const watchTotals = v.object({
  /** How the picture came at the end. */
  engine: v.picklist(['flv', 'hls', 'native', 'live-player', 'video']),
  quality: v.picklist(QUALITY_IDS),
  /** From the page to its first picture; null while there was none. */
  firstFrameMs: v.nullable(upTo(10 * MINUTE)),
  playedMs: upTo(DAY),
  stalls: upTo(100_000),
  stalledMs: upTo(DAY),
  reconnects: upTo(100_000),
  /** How old the picture was when last looked at; null where the player cannot tell. */
  latencyMs: v.nullable(upTo(10 * MINUTE)),
})
export type WatchTotals = v.InferOutput<typeof watchTotals>

export const insights = contract('insights', {
  /** Of one stay in a room, which the client names; a report with a lower number than one that was kept is ignored. */
  'report-watch': operation({
    caller: 'viewer',
    effect: 'safe',
    input: v.object({
      roomId: idOf('room'),
      stay: v.pipe(v.string(), v.regex(/^[0-9a-z]{8,16}$/)),
      number: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(100_000)),
      totals: watchTotals,
    }),
    output: v.object({}),
    errors: ['room-not-found'],
  }),
})
