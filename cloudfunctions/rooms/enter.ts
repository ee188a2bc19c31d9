import type { contracts } from '@/contracts'
import { err, ok } from '@/domain/result'
import { chatSeat } from '../_kernel/live/chat-seat'
import { isBanned } from '../_kernel/live/is-banned'
import { loadRoomState } from '../_kernel/live/load-rooms'
import { markPresent } from '../_kernel/live/presence'
import { loadPulse } from '../_kernel/live/room-pulse'
import { readSharer } from '../_kernel/live/sharer-token'
import { loadAsked } from '../_kernel/live/load-asked'
import type { Implementation } from '../_kernel/operation'
import { playOf } from './play-of'

export const enter: Implementation<typeof contracts.rooms>['enter'] = async (
  context,
  { roomId, sharerToken },
) => {
  const state = await loadRoomState(context, roomId)
  if (!state) return err({ code: 'room-not-found' })
  if (await isBanned(context, roomId)) return err({ code: 'room-banned' })
  // First the viewer is there, then viewers are counted: nobody sees a room without themselves in it.
  await markPresent(context, roomId)
  return ok({
    state,
    pulse: await loadPulse(context, roomId),
    // After the state: what its events have answered is not told as if it still waited.
    asked: await loadAsked(context, roomId),
    chat: await chatSeat(context, state.room),
    play: playOf(context, state.room),
    serverTime: context.clock.now(),
    isShared: readSharer(context, roomId, sharerToken) !== null,
  })
}
