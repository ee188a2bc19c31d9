import type { contracts } from '@/contracts'
import { err, ok } from '@/domain/result'
import { loadRoom } from '../_kernel/live/load-rooms'
import type { Implementation } from '../_kernel/operation'

export const pushAddress: Implementation<typeof contracts.rooms>['push-address'] = async (
  context,
  { roomId },
) => {
  const room = await loadRoom(context, roomId)
  if (!room) return err({ code: 'room-not-found' })
  return room.status === 'ended' ? err({ code: 'room-ended' }) : ok(context.streams.pushAddress(roomId))
}
