import { type CouponId, isId, type RoomId } from '@/domain/ids'
import { lockRoom } from '../_kernel/live/lock-room'
import { takeBackFromRoom } from '../_kernel/live/room-coupons'
import type { JobHandler } from '../_kernel/jobs'
import { inTransaction } from '../_kernel/transaction'

/** What the job is about that ends a coupon's time in a room. */
export const handOutSubject = (roomId: RoomId, couponId: CouponId): string => `${roomId} ${couponId}`

/** One that was handed out anew meanwhile has its own time, and its own job. */
export const takeBackDue: JobHandler = (context, subject) =>
  inTransaction(context, async (inside): Promise<'done'> => {
    const gap = subject.indexOf(' ')
    const [roomId, couponId] = [subject.slice(0, gap), subject.slice(gap + 1)]
    if (!isId('room', roomId) || !isId('coupon', couponId)) throw new Error(`No hand-out: ${subject}`)
    await lockRoom(inside, roomId)
    await takeBackFromRoom(inside, { roomId, couponId }, inside.clock.now())
    return 'done'
  })
