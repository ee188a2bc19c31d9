import type { contracts } from '@/contracts'
import { type CouponId, merchantOf } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import { lockRoom } from '../_kernel/live/lock-room'
import { takeBackFromRoom } from '../_kernel/live/room-coupons'
import type { Context, Implementation } from '../_kernel/operation'
import { inTransaction } from '../_kernel/transaction'
import { presentShopCoupon } from './present-shop-coupon'

/** Ended once, however often it is said: the statement waits for claims that hold the coupon. No room offers it any more. */
export const end: Implementation<typeof contracts.coupons>['end'] = (context, { couponId }) =>
  inTransaction(context, async (inside) => {
    const row = await inside.db
      .updateTable('coupons')
      .set((row) => ({ ended_at: row.fn.coalesce(row.ref('ended_at'), row.val(inside.clock.now())) }))
      .where('merchant_id', '=', merchantOf(couponId))
      .where('coupon_id', '=', couponId)
      .returningAll()
      .executeTakeFirst()
    if (!row) return err({ code: 'coupon-not-found' })
    await takeBackEverywhere(inside, couponId)
    return ok({ coupon: presentShopCoupon(row) })
  })

async function takeBackEverywhere(context: Context, couponId: CouponId): Promise<void> {
  const handedOut = await context.db
    .selectFrom('room_coupons')
    .select('room_id')
    .where('merchant_id', '=', merchantOf(couponId))
    .where('coupon_id', '=', couponId)
    .orderBy('room_id')
    .execute()
  for (const { room_id: roomId } of handedOut) {
    await lockRoom(context, roomId)
    await takeBackFromRoom(context, { roomId, couponId })
  }
}
