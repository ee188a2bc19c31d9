import type { contracts } from '@/contracts'
import { merchantOf } from '@/domain/ids'
import { ok } from '@/domain/result'
import type { Implementation } from '../_kernel/operation'
import { onRoom } from './on-room'

/** Says nothing to the room: whoever comes back comes in like everybody else. */
export const unban: Implementation<typeof contracts.chat>['unban'] = (context, { roomId, userId }) =>
  onRoom(context, roomId, async (inside) => {
    await inside.db
      .deleteFrom('room_bans')
      .where('merchant_id', '=', merchantOf(roomId))
      .where('room_id', '=', roomId)
      .where('user_id', '=', userId)
      .execute()
    inside.afterCommit(({ chat }) => chat.unban(roomId, userId))
    return ok({})
  })
