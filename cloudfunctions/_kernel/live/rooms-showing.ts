import { merchantOf, type ProductId, type RoomId } from '@/domain/ids'
import type { RoomEventBody } from '@/domain/room'
import type { Context } from '../operation'
import { appendRoomEvent } from '../room-log'

/**
 * Tells every room that is not over and has the product on its shelf. The caller holds the product's SKUs: no room
 * gets it meanwhile; the rooms' rows are taken here, so none loses it.
 */
export async function tellRoomsShowing(
  context: Context,
  productId: ProductId,
  body: RoomEventBody,
): Promise<void> {
  for (const roomId of await lockRoomsShowing(context, productId))
    await appendRoomEvent(context, roomId, body)
}

async function lockRoomsShowing({ db }: Context, productId: ProductId): Promise<readonly RoomId[]> {
  const merchantId = merchantOf(productId)
  const showing = db
    .selectFrom('shelf_items')
    .select('room_id')
    .where('merchant_id', '=', merchantId)
    .where('product_id', '=', productId)
  const locked = await db
    .selectFrom('rooms')
    .select('room_id')
    .where('merchant_id', '=', merchantId)
    .where('status', '<>', 'ended')
    .where('room_id', 'in', showing)
    .orderBy('room_id')
    .forNoKeyUpdate()
    .execute()
  // Read again under the locks: whoever held a room may have taken the product off its shelf.
  const still = new Set((await showing.execute()).map((item) => item.room_id))
  return locked.map((room) => room.room_id).filter((roomId) => still.has(roomId))
}
