import { sql } from 'kysely'
import type { contracts } from '@/contracts'
import { merchantOf } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import { loadRoom } from '../_kernel/live/load-rooms'
import type { Implementation } from '../_kernel/operation'

/** One person cannot fill a shop's table: so many stays in one room are kept, the others are heard and forgotten. */
const MOST_STAYS = 50

export const reportWatch: Implementation<typeof contracts.insights>['report-watch'] = async (
  context,
  { roomId, stay, number, totals },
) => {
  const { db, clock, viewer } = context
  if (!(await loadRoom(context, roomId))) return err({ code: 'room-not-found' })
  const person = { merchant_id: merchantOf(roomId), room_id: roomId, user_id: viewer.userId }
  const { others } = await db
    .selectFrom('watch_reports')
    .select(sql<number>`count(*)::int`.as('others'))
    .where((row) => row.and(person))
    .where('stay', '<>', stay)
    .executeTakeFirstOrThrow()
  if (others >= MOST_STAYS) return ok({})
  const told = { number, report: JSON.stringify(totals), reported_at: clock.now() }
  await db
    .insertInto('watch_reports')
    .values({ ...person, stay, host: viewer.host, engine: totals.engine, ...told })
    .onConflict((conflict) =>
      conflict
        .columns(['merchant_id', 'room_id', 'user_id', 'stay'])
        .doUpdateSet({ ...told, engine: totals.engine })
        .where('watch_reports.number', '<', number),
    )
    .execute()
  return ok({})
}
