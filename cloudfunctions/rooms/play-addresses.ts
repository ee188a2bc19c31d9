import type { contracts } from '@/contracts'
import { err, ok } from '@/domain/result'
import { isBanned } from '../_kernel/live/is-banned'
import { loadRoom } from '../_kernel/live/load-rooms'
import type { Implementation } from '../_kernel/operation'
import { playOf } from './play-of'

export const playAddresses: Implementation<typeof contracts.rooms>['play-addresses'] = async (
  context,
  { roomId },
) => {
  const room = await loadRoom(context, roomId)
  if (!room) return err({ code: 'room-not-found' })
  if (await isBanned(context, roomId)) return err({ code: 'room-banned' })
  return ok({ play: playOf(context, room), serverTime: context.clock.now() })
}
