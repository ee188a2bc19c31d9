import { merchantOf, type RoomId } from '@/domain/ids'
import type { Context } from '../operation'

/**
 * The room's row, locked until the caller's transaction ends: what is decided on it stays true meanwhile. Viewers
 * who enter only refer to the row, and do not wait.
 */
export const lockRoom = ({ db }: Context, roomId: RoomId) =>
  db
    .selectFrom('rooms')
    .select(['status', 'picture', 'stream_sequence', 'explaining', 'started_at', 'recording'])
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .forNoKeyUpdate()
    .executeTakeFirst()
