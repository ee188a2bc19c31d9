import type { Input } from '@/contracts'
import { merchantOf } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import { lockRoom } from '../_kernel/live/lock-room'
import type { Context, Outcome } from '../_kernel/operation'
import { appendRoomEvent } from '../_kernel/room-log'
import { inTransaction } from '../_kernel/transaction'

type Item = Input<'shelf', 'hide-price'>

/** Whether people in the room are told the price; nobody is told twice. */
export const setPriceHidden = (context: Context, item: Item, isHidden: boolean): Promise<Outcome<object>> =>
  inTransaction(context, async (inside) => {
    const { roomId, productId } = item
    const room = await lockRoom(inside, roomId)
    if (!room) return err({ code: 'room-not-found' })
    if (room.status === 'ended') return err({ code: 'room-ended' })
    const before = await isPriceHidden(inside, item)
    if (before === null) return err({ code: 'product-off-shelf' })
    if (before === isHidden) return ok({})
    await inside.db
      .updateTable('shelf_items')
      .set({ is_price_hidden: isHidden })
      .where('merchant_id', '=', merchantOf(roomId))
      .where('room_id', '=', roomId)
      .where('product_id', '=', productId)
      .execute()
    await appendRoomEvent(inside, roomId, { type: isHidden ? 'price-hidden' : 'price-revealed', productId })
    return ok({})
  })

async function isPriceHidden({ db }: Context, { roomId, productId }: Item): Promise<boolean | null> {
  const item = await db
    .selectFrom('shelf_items')
    .select('is_price_hidden')
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .where('product_id', '=', productId)
    .executeTakeFirst()
  return item?.is_price_hidden ?? null
}
