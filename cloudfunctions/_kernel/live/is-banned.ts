import { merchantOf, type RoomId } from '@/domain/ids'
import type { ViewerContext } from '../operation'

/** Whether the viewer was shown out of the room. */
export async function isBanned({ db, viewer }: ViewerContext, roomId: RoomId): Promise<boolean> {
  const ban = await db
    .selectFrom('room_bans')
    .select('banned_at')
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .where('user_id', '=', viewer.userId)
    .executeTakeFirst()
  return ban !== undefined
}
