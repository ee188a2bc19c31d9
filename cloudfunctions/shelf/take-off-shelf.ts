import type { contracts, Input } from '@/contracts'
import { withoutExplained } from '@/domain/explaining'
import { merchantOf } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import { lockRoom } from '../_kernel/live/lock-room'
import type { Context, Implementation, Outcome } from '../_kernel/operation'
import { appendRoomEvent } from '../_kernel/room-log'
import { inTransaction } from '../_kernel/transaction'
import { setExplaining } from './set-explaining'

export const takeOffShelf: Implementation<typeof contracts.shelf>['take-off-shelf'] = (context, item) =>
  inTransaction(context, (inside) => takeOnce(inside, item))

/** By the same event viewers stop seeing it explained, and its prices of this room end. */
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
  await endLivePrices(context, { roomId, productId })
  if (room.explaining.includes(productId))
    await setExplaining(context, roomId, withoutExplained(room.explaining, productId))
  await appendRoomEvent(context, roomId, { type: 'product-unshelved', productId })
  return ok({})
}

async function endLivePrices(
  { db }: Context,
  { roomId, productId }: Input<'shelf', 'take-off-shelf'>,
): Promise<void> {
  await db
    .deleteFrom('live_prices')
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .where('sku_id', 'in', (skus) =>
      skus
        .selectFrom('skus')
        .select('sku_id')
        .where('merchant_id', '=', merchantOf(productId))
        .where('product_id', '=', productId),
    )
    .execute()
}
