import { merchantOf, type ProductId, type RoomId } from '@/domain/ids'
import type { Context } from '../_kernel/operation'

/** Writes which products the host is explaining; the caller holds the room's row and tells the room. */
export async function setExplaining(
  { db }: Context,
  roomId: RoomId,
  explaining: readonly ProductId[],
): Promise<void> {
  await db
    .updateTable('rooms')
    .set({ explaining: JSON.stringify(explaining) })
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .execute()
}
