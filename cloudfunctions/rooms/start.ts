import type { contracts } from '@/contracts'
import { merchantOf, type RoomId } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import type { Room } from '@/domain/room'
import { leaveJob } from '../_kernel/leave-job'
import { loadRoom } from '../_kernel/live/load-rooms'
import type { Context, Implementation, Outcome } from '../_kernel/operation'
import { appendRoomEvent } from '../_kernel/room-log'
import { inTransaction } from '../_kernel/transaction'
import { lockRoom } from '../_kernel/live/lock-room'

export const start: Implementation<typeof contracts.rooms>['start'] = async (context, { roomId }) => {
  const started = await inTransaction(context, (inside) => startOnce(inside, roomId))
  if (!started.ok) return started
  const room = started.value
  try {
    await context.chat.ensureGroup(roomId, room.title)
  } catch (cause) {
    // The show goes on: the first viewer to enter asks for the group again.
    context.log.warn('chat-group-not-made', { roomId, cause })
  }
  return ok({ room })
}

async function startOnce(context: Context, roomId: RoomId): Promise<Outcome<Room>> {
  const before = await lockRoom(context, roomId)
  if (before?.status === 'ended') return err({ code: 'room-ended' })
  if (before?.status === 'upcoming') {
    await context.db
      .updateTable('rooms')
      .set({ status: 'live', started_at: context.clock.now() })
      .where('merchant_id', '=', merchantOf(roomId))
      .where('room_id', '=', roomId)
      .execute()
    await leaveJob(context, {
      merchantId: merchantOf(roomId),
      kind: 'tell-start',
      subject: roomId,
      dueAt: context.clock.now(),
    })
    await appendRoomEvent(context, roomId, { type: 'room-started' })
  }
  const room = await loadRoom(context, roomId)
  return room ? ok(room) : err({ code: 'room-not-found' })
}
