import type { contracts } from '@/contracts'
import { merchantOf } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import type { Implementation } from '../_kernel/operation'
import { countReserved } from './count-reserved'

/** The host keeps what the person allowed; without the reservation nobody makes use of it. */
export const cancelReservation: Implementation<typeof contracts.rooms>['cancel-reservation'] = async (
  context,
  { roomId },
) => {
  await context.db
    .deleteFrom('reservations')
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .where('user_id', '=', context.viewer.userId)
    .execute()
  const reserved = await countReserved(context, roomId)
  return reserved === null ? err({ code: 'room-not-found' }) : ok({ reserved })
}
