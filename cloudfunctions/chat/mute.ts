import type { contracts } from '@/contracts'
import { err, ok } from '@/domain/result'
import { MINUTE } from '@/domain/time'
import type { Implementation } from '../_kernel/operation'
import { appendRoomEvent } from '../_kernel/room-log'
import { onRoom } from './on-room'
import { isStaff, personKey } from './person-in-room'

/** Our webhook keeps the mute; the vendor keeps it, too, for when it cannot reach us. */
export const mute: Implementation<typeof contracts.chat>['mute'] = (context, { roomId, userId, minutes }) =>
  onRoom(context, roomId, async (inside) => {
    const person = { roomId, userId }
    if (await isStaff(inside, person)) return err({ code: 'staff-protected' })
    const now = inside.clock.now()
    const until = minutes === null ? null : now + minutes * MINUTE
    await inside.db
      .insertInto('room_mutes')
      .values({ ...personKey(person), until, muted_at: now })
      .onConflict((conflict) =>
        conflict.columns(['merchant_id', 'room_id', 'user_id']).doUpdateSet({ until }),
      )
      .execute()
    await appendRoomEvent(inside, roomId, { type: 'viewer-muted', userId })
    inside.afterCommit(({ chat }) => chat.mute(roomId, userId, minutes === null ? null : minutes * 60))
    return ok({})
  })
