import type { RoomId } from '@/domain/ids'
import { err } from '@/domain/result'
import { lockRoom } from '../_kernel/live/lock-room'
import type { Context, Outcome } from '../_kernel/operation'
import { inTransaction } from '../_kernel/transaction'

/** Changes something about a room that is there, in one transaction that nobody else's change interrupts. */
export const onRoom = <C extends Context, T>(
  context: C,
  roomId: RoomId,
  work: (inside: C) => Promise<Outcome<T>>,
): Promise<Outcome<T>> =>
  inTransaction(context, async (inside) =>
    (await lockRoom(inside, roomId)) ? work(inside) : err({ code: 'room-not-found' }),
  )
