import type { contracts } from '@/contracts'
import { merchantOf } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import type { Implementation } from '../_kernel/operation'
import { countReserved } from './count-reserved'

export const getReservation: Implementation<typeof contracts.rooms>['get-reservation'] = async (
  context,
  { roomId },
) => {
  const reserved = await countReserved(context, roomId)
  if (reserved === null) return err({ code: 'room-not-found' })
  const { db, viewer, subscribeMessages } = context
  const own = await db
    .selectFrom('reservations')
    .select('user_id')
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .where('user_id', '=', viewer.userId)
    .executeTakeFirst()
  return ok({
    reserved,
    isReserved: own !== undefined,
    template: subscribeMessages[viewer.host].startTemplate,
  })
}
