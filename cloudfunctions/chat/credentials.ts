import type { contracts } from '@/contracts'
import { err, ok } from '@/domain/result'
import { chatSeat } from '../_kernel/live/chat-seat'
import { isBanned } from '../_kernel/live/is-banned'
import { loadRoom } from '../_kernel/live/load-rooms'
import type { Implementation } from '../_kernel/operation'

type Chat = Implementation<typeof contracts.chat>

export const credentials: Chat['credentials'] = async (context, { roomId }) => {
  const room = await loadRoom(context, roomId)
  if (!room) return err({ code: 'room-not-found' })
  return (await isBanned(context, roomId)) ? err({ code: 'room-banned' }) : ok(await chatSeat(context, room))
}
