import type { contracts } from '@/contracts'
import { merchantOf, type RoomId } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import type { Context, Implementation } from '../_kernel/operation'
import { countReserved } from './count-reserved'

/** More than a person says yes to one show; each yes is one message, and one is sent. */
const MOST_PERMISSIONS = 5

export const reserve: Implementation<typeof contracts.rooms>['reserve'] = async (
  context,
  { roomId, isGranted },
) => {
  const room = await holdRoom(context, roomId)
  if (!room) return err({ code: 'room-not-found' })
  if (room.status === 'live') return err({ code: 'room-started' })
  if (room.status === 'ended') return err({ code: 'room-ended' })
  const { db, viewer, clock, subscribeMessages } = context
  const granted = isGranted && subscribeMessages[viewer.host].startTemplate !== null ? 1 : 0
  const { permissions } = await db
    .insertInto('reservations')
    .values({
      merchant_id: merchantOf(roomId),
      room_id: roomId,
      user_id: viewer.userId,
      host: viewer.host,
      permissions: granted,
      reserved_at: clock.now(),
    })
    .onConflict((conflict) =>
      conflict.columns(['merchant_id', 'room_id', 'user_id']).doUpdateSet((row) => ({
        permissions: row.fn<number>('least', [
          row('reservations.permissions', '+', granted),
          row.lit(MOST_PERMISSIONS),
        ]),
      })),
    )
    .returning('permissions')
    .executeTakeFirstOrThrow()
  return ok({ reserved: (await countReserved(context, roomId)) ?? 0, permissions })
}

/** Who starts the show meanwhile waits, and then finds the reservation. */
const holdRoom = ({ db }: Context, roomId: RoomId) =>
  db
    .selectFrom('rooms')
    .select('status')
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .forShare()
    .executeTakeFirst()
