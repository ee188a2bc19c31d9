import { merchantOf, type RoomId, type UserId } from '@/domain/ids'
import type { Context } from '../_kernel/operation'

export interface PersonInRoom {
  readonly roomId: RoomId
  readonly userId: UserId
}

export const personKey = ({ roomId, userId }: PersonInRoom) => ({
  merchant_id: merchantOf(roomId),
  room_id: roomId,
  user_id: userId,
})

/** Whether the person works for the room's shop. */
export async function isStaff({ db }: Context, { roomId, userId }: PersonInRoom): Promise<boolean> {
  const member = await db
    .selectFrom('members')
    .select('role')
    .where('merchant_id', '=', merchantOf(roomId))
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return member !== undefined
}

/** Takes away the mute, if there is one; whether there was. */
export async function deleteMute({ db }: Context, person: PersonInRoom): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('room_mutes')
    .where('merchant_id', '=', merchantOf(person.roomId))
    .where('room_id', '=', person.roomId)
    .where('user_id', '=', person.userId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
