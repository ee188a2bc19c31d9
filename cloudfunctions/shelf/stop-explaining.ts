import type { contracts } from '@/contracts'
import { withoutExplained } from '@/domain/explaining'
import { err, ok } from '@/domain/result'
import { lockRoom } from '../_kernel/live/lock-room'
import type { Implementation } from '../_kernel/operation'
import { appendRoomEvent } from '../_kernel/room-log'
import { inTransaction } from '../_kernel/transaction'
import { setExplaining } from './set-explaining'

export const stopExplaining: Implementation<typeof contracts.shelf>['stop-explaining'] = (
  context,
  { roomId, productId },
) =>
  inTransaction(context, async (inside) => {
    const room = await lockRoom(inside, roomId)
    if (!room) return err({ code: 'room-not-found' })
    const left = productId === undefined ? [] : withoutExplained(room.explaining, productId)
    if (left.length === room.explaining.length) return ok({})
    await setExplaining(inside, roomId, left)
    await appendRoomEvent(inside, roomId, { type: 'explain-stopped', productId })
    return ok({})
  })
