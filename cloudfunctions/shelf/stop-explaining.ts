import type { contracts } from '@/contracts'
import { err, ok } from '@/domain/result'
import { lockRoom } from '../_kernel/live/lock-room'
import type { Implementation } from '../_kernel/operation'
import { appendRoomEvent } from '../_kernel/room-log'
import { inTransaction } from '../_kernel/transaction'
import { setExplaining } from './set-explaining'

export const stopExplaining: Implementation<typeof contracts.shelf>['stop-explaining'] = (
  context,
  { roomId },
) =>
  inTransaction(context, async (inside) => {
    const room = await lockRoom(inside, roomId)
    if (!room) return err({ code: 'room-not-found' })
    if (room.explaining_product_id === null) return ok({})
    await setExplaining(inside, roomId, null)
    await appendRoomEvent(inside, roomId, { type: 'explain-stopped' })
    return ok({})
  })
