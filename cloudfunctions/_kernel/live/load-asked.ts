import { merchantOf, type ProductId, type RoomId } from '@/domain/ids'
import type { ViewerContext } from '../operation'

/** The products that the viewer waits for the host to explain. */
export async function loadAsked(
  { db, viewer }: ViewerContext,
  roomId: RoomId,
): Promise<readonly ProductId[]> {
  const asks = await db
    .selectFrom('explain_asks')
    .select('product_id')
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .where('user_id', '=', viewer.userId)
    .orderBy('product_id')
    .execute()
  return asks.map((ask) => ask.product_id)
}
