import { merchantOf, type RoomId } from '@/domain/ids'
import type { Context } from '../_kernel/operation'

/** Everybody who wants to be told of the show, with or without a message; null when there is no such room. */
export async function countReserved({ db }: Pick<Context, 'db'>, roomId: RoomId): Promise<number | null> {
  const counted = await db
    .selectFrom('rooms')
    .select((room) =>
      room
        .selectFrom('reservations')
        .select((rows) => rows.fn.countAll<number>().as('reserved'))
        .whereRef('reservations.merchant_id', '=', 'rooms.merchant_id')
        .whereRef('reservations.room_id', '=', 'rooms.room_id')
        .as('reserved'),
    )
    .where('rooms.merchant_id', '=', merchantOf(roomId))
    .where('rooms.room_id', '=', roomId)
    .executeTakeFirst()
  return counted ? (counted.reserved ?? 0) : null
}
