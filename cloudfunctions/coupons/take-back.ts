import type { contracts } from '@/contracts'
import { err, ok } from '@/domain/result'
import { lockRoom } from '../_kernel/live/lock-room'
import { takeBackFromRoom } from '../_kernel/live/room-coupons'
import type { Implementation } from '../_kernel/operation'
import { inTransaction } from '../_kernel/transaction'

/** What was claimed stays with whoever claimed it. */
export const takeBack: Implementation<typeof contracts.coupons>['take-back'] = (context, handedOut) =>
  inTransaction(context, async (inside) => {
    if (!(await lockRoom(inside, handedOut.roomId))) return err({ code: 'room-not-found' })
    await takeBackFromRoom(inside, handedOut)
    return ok({})
  })
