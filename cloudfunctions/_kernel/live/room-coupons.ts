import { type CouponId, merchantOf, type RoomId } from '@/domain/ids'
import type { RoomCoupon } from '@/domain/room-offers'
import type { EpochMs } from '@/domain/time'
import type { Context } from '../operation'
import { appendRoomEvent } from '../room-log'
import type { CouponRow } from '../trade/trade-rows'

interface HandedOut {
  readonly roomId: RoomId
  readonly couponId: CouponId
}

/** A coupon as the people of a room see it. */
export const presentRoomCoupon = (row: CouponRow, until: EpochMs | null): RoomCoupon => ({
  id: row.coupon_id,
  title: row.title,
  value: row.value,
  threshold: row.threshold_fen,
  products: row.products,
  expiresAt: row.expires_at,
  until,
})

/**
 * Takes a coupon out of the room's hands, once; with `dueAt` only when its time was up by then. The caller holds the
 * room's row.
 */
export async function takeBackFromRoom(
  context: Context,
  { roomId, couponId }: HandedOut,
  dueAt: EpochMs | null = null,
): Promise<void> {
  const handed = context.db
    .deleteFrom('room_coupons')
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .where('coupon_id', '=', couponId)
  const taken = await (dueAt === null ? handed : handed.where('until', '<=', dueAt)).executeTakeFirst()
  if (taken.numDeletedRows > 0n)
    await appendRoomEvent(context, roomId, { type: 'coupon-taken-back', couponId })
}
