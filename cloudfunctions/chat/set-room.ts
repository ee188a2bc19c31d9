import type { Updateable } from 'kysely'
import { merchantOf, type RoomId } from '@/domain/ids'
import type { RoomTalkEvent } from '@/domain/room-talk'
import type { Tables } from '../_kernel/database/tables'
import type { Context } from '../_kernel/operation'
import { appendRoomEvent } from '../_kernel/room-log'

/** What the room's row says from now on, together with the event that tells it. */
export async function setRoom(
  context: Context,
  roomId: RoomId,
  { row, event }: { readonly row: Updateable<Tables['rooms']>; readonly event: RoomTalkEvent },
): Promise<void> {
  await context.db
    .updateTable('rooms')
    .set(row)
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .execute()
  await appendRoomEvent(context, roomId, event)
}
