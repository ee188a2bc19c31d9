import { merchantOf, type ProductId, type RoomId } from '@/domain/ids'
import { changeCounters } from '../_kernel/live/room-pulse'
import type { Context } from '../_kernel/operation'

/** Who asked for the product has their answer, and may ask again later; the caller holds the room's row. */
export async function answerAsks(context: Context, roomId: RoomId, productId: ProductId): Promise<void> {
  const { db } = context
  const merchantId = merchantOf(roomId)
  const answered = await db
    .deleteFrom('explain_asks')
    .where('merchant_id', '=', merchantId)
    .where('room_id', '=', roomId)
    .where('product_id', '=', productId)
    .executeTakeFirst()
  if (answered.numDeletedRows === 0n) return
  await db
    .updateTable('shelf_items')
    .set({ asks: 0 })
    .where('merchant_id', '=', merchantId)
    .where('room_id', '=', roomId)
    .where('product_id', '=', productId)
    .execute()
  await changeCounters(context, roomId)
}
