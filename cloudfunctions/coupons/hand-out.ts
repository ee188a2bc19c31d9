import type { contracts, Input } from '@/contracts'
import { type CouponId, merchantOf, type RoomId } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import { type EpochMs, MINUTE } from '@/domain/time'
import { leaveJob } from '../_kernel/leave-job'
import { lockRoom } from '../_kernel/live/lock-room'
import { presentRoomCoupon } from '../_kernel/live/room-coupons'
import type { Context, Implementation } from '../_kernel/operation'
import { appendRoomEvent } from '../_kernel/room-log'
import { readCoupon } from '../_kernel/trade/quote-order'
import { handOutSubject } from './take-back-due'

/** More than these nobody finds in a row of a phone's width. */
const MOST_AT_ONCE = 10

/** Said again, a coupon is handed out anew, with the new time. */
export const handOut: Implementation<typeof contracts.coupons>['hand-out'] = async (
  context,
  { roomId, couponId, minutes },
) => {
  const row = await holdCoupon(context, couponId)
  if (!row) return err({ code: 'coupon-not-found' })
  const room = await lockRoom(context, roomId)
  if (!room) return err({ code: 'room-not-found' })
  if (room.status !== 'live') return err({ code: 'room-not-live' })
  const now = context.clock.now()
  const { claimFrom, claimUntil } = readCoupon(row)
  if (now >= claimUntil) return err({ code: 'coupon-over' })
  if (now < claimFrom) return err({ code: 'coupon-not-open' })
  if ((await countOthers(context, { roomId, couponId })) >= MOST_AT_ONCE)
    return err({ code: 'coupons-too-many' })
  const until = minutes === null ? null : Math.min(now + minutes * MINUTE, claimUntil)
  await write(context, { roomId, couponId, until })
  const coupon = presentRoomCoupon(row, until)
  await appendRoomEvent(context, roomId, { type: 'coupon-handed-out', coupon })
  return ok({ coupon })
}

type HandedOut = Pick<Input<'coupons', 'hand-out'>, 'roomId' | 'couponId'>

/** Whoever ends the coupon meanwhile waits, and then finds it in the room. */
const holdCoupon = ({ db }: Context, couponId: CouponId) =>
  db
    .selectFrom('coupons')
    .selectAll()
    .where('merchant_id', '=', merchantOf(couponId))
    .where('coupon_id', '=', couponId)
    .forShare()
    .executeTakeFirst()

async function countOthers(
  { db, clock }: Context,
  { roomId, couponId }: { readonly roomId: RoomId; readonly couponId: CouponId },
): Promise<number> {
  const { others } = await db
    .selectFrom('room_coupons')
    .select((rows) => rows.fn.countAll<number>().as('others'))
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .where('coupon_id', '<>', couponId)
    .where((row) => row.or([row('until', 'is', null), row('until', '>', clock.now())]))
    .executeTakeFirstOrThrow()
  return others
}

async function write(
  context: Context,
  { roomId, couponId, until }: HandedOut & { readonly until: EpochMs | null },
): Promise<void> {
  const merchantId = merchantOf(roomId)
  const times = { handed_out_at: context.clock.now(), until }
  await context.db
    .insertInto('room_coupons')
    .values({ merchant_id: merchantId, room_id: roomId, coupon_id: couponId, ...times })
    .onConflict((conflict) => conflict.columns(['merchant_id', 'room_id', 'coupon_id']).doUpdateSet(times))
    .execute()
  if (until === null) return
  const subject = handOutSubject(roomId, couponId)
  await leaveJob(context, { merchantId, kind: 'take-back-coupon', subject, dueAt: until })
}
