import type { contracts } from '@/contracts'
import { merchantOf, type RoomId } from '@/domain/ids'
import { withPart } from '@/domain/recording'
import { err, ok } from '@/domain/result'
import type { Room } from '@/domain/room'
import { loadRoom } from '../_kernel/live/load-rooms'
import { lockRoom } from '../_kernel/live/lock-room'
import { pastOfShow } from '../_kernel/live/recording'
import type { Context, Implementation, Outcome } from '../_kernel/operation'
import { appendRoomEvent } from '../_kernel/room-log'
import { inTransaction } from '../_kernel/transaction'

export const end: Implementation<typeof contracts.rooms>['end'] = async (context, { roomId }) => {
  const ended = await inTransaction(context, (inside) => endOnce(inside, roomId))
  return ended.ok ? ok({ room: ended.value }) : ended
}

async function endOnce(context: Context, roomId: RoomId): Promise<Outcome<Room>> {
  const before = await lockRoom(context, roomId)
  if (before?.status === 'upcoming') return err({ code: 'room-not-live' })
  if (before?.status === 'live') {
    const now = context.clock.now()
    const { started_at: from, picture, recording } = before
    const past = from === null ? [] : await pastOfShow(context, roomId, { from, to: now, picture })
    // files come when they come: what they hold already is not taken twice
    const kept = (recording ?? []).reduce(withPart, past)
    await context.db
      .updateTable('rooms')
      .set({
        status: 'ended',
        ended_at: now,
        explaining: '[]',
        recording: kept.length > 0 ? JSON.stringify(kept) : null,
      })
      .where('merchant_id', '=', merchantOf(roomId))
      .where('room_id', '=', roomId)
      .execute()
    await appendRoomEvent(context, roomId, { type: 'room-ended' })
  }
  const room = await loadRoom(context, roomId)
  return room ? ok(room) : err({ code: 'room-not-found' })
}
