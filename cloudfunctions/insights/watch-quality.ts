import { type RawBuilder, sql } from 'kysely'
import type { contracts } from '@/contracts'
import type { WatchTotals } from '@/contracts/insights'
import { merchantOf } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import { loadRoom } from '../_kernel/live/load-rooms'
import type { Implementation } from '../_kernel/operation'

const told = (field: keyof WatchTotals): RawBuilder<number> => sql`(report->>${sql.lit(field)})::bigint`
const medianOf = (field: keyof WatchTotals) =>
  sql<number | null>`percentile_disc(0.5) within group (order by ${told(field)})`
const stalledPerMille = sql<number | null>`round(
  1000 * sum(${told('stalledMs')}) / nullif(sum(${told('stalledMs')}) + sum(${told('playedMs')}), 0))`

export const watchQuality: Implementation<typeof contracts.insights>['watch-quality'] = async (
  context,
  { roomId },
) => {
  if (!(await loadRoom(context, roomId))) return err({ code: 'room-not-found' })
  const row = await context.db
    .selectFrom('watch_reports')
    .select([
      sql<number>`count(*)::int`.as('stays'),
      medianOf('firstFrameMs').as('firstFrameMs'),
      medianOf('latencyMs').as('latencyMs'),
      stalledPerMille.as('stalledPerMille'),
    ])
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .executeTakeFirstOrThrow()
  return ok({
    stays: row.stays,
    firstFrameMs: numberOf(row.firstFrameMs),
    latencyMs: numberOf(row.latencyMs),
    stalledPerMille: numberOf(row.stalledPerMille),
  })
}

/** A sum of large integers arrives as text. */
const numberOf = (value: unknown): number | null => (value === null ? null : Number(value))
