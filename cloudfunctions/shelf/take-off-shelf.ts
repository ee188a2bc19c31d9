import type { contracts, Input } from '@/contracts'
import { merchantOf } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import { lockRoom } from '../_kernel/live/lock-room'
import type { Context, Implementation, Outcome } from '../_kernel/operation'
import { appendRoomEvent } from '../_kernel/room-log'
import { inTransaction } from '../_kernel/transaction'
import { setExplaining } from './set-explaining'

export const takeOffShelf: Implementation<typeof contracts.shelf>['take-off-shelf'] = (context, item) =>
  inTransaction(context, (inside) => takeOnce(inside, item))

/** Viewers stop seeing it explained by the same event. */
async function takeOnce(
  context: Context,
  { roomId, productId }: Input<'shelf', 'take-off-shelf'>,
): Promise<Outcome<object>> {
  const room = await lockRoom(context, roomId)
  if (!room) return err({ code: 'room-not-found' })
  const taken = await context.db
    .deleteFrom('shelf_items')
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .where('product_id', '=', productId)
    .executeTakeFirst()
  if (taken.numDeletedRows === 0n) return ok({})
  if (room.explaining_product_id === productId) await setExplaining(context, roomId, null)
  await appendRoomEvent(context, roomId, { type: 'product-unshelved', productId })
  return ok({})
}
