import { merchantOf, type RoomId } from '@/domain/ids'
import { CHAPTER_EVENTS } from '@/domain/replay'
import type { RoomEvent } from '@/domain/room'
import type { Context } from '../_kernel/operation'
import { readEvent } from '../_kernel/room-log'

/** What chapters are made of, in rooms of one shop, in the order of the numbers. The index of these types serves it. */
export async function loadExplanations(
  { db }: Context,
  roomIds: readonly [RoomId, ...RoomId[]],
): Promise<readonly { readonly roomId: RoomId; readonly event: RoomEvent }[]> {
  const rows = await db
    .selectFrom('room_events')
    .select(['room_id', 'seq', 'at', 'body'])
    .where('merchant_id', '=', merchantOf(roomIds[0]))
    .where('room_id', 'in', roomIds)
    .where('type', 'in', CHAPTER_EVENTS)
    .orderBy('room_id')
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({ roomId: row.room_id, event: readEvent(row) }))
}
