import { type DrawId, merchantOf } from '@/domain/ids'
import type { RoomDraw } from '@/domain/room-offers'
import type { Context } from '../_kernel/operation'

export const selectDraw = (db: Context['db'], drawId: DrawId) =>
  db
    .selectFrom('draws')
    .selectAll()
    .where('merchant_id', '=', merchantOf(drawId))
    .where('draw_id', '=', drawId)

export type DrawRow = Awaited<ReturnType<ReturnType<typeof selectDraw>['executeTakeFirstOrThrow']>>

/** Without the secret, which nobody is told before the draw. */
export const presentDraw = (row: DrawRow): RoomDraw => ({
  id: row.draw_id,
  prize: row.prize,
  winners: row.winners,
  phrase: row.phrase,
  commitment: row.commitment,
  closesAt: row.closes_at,
  result: row.result,
})
