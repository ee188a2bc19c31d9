import type { contracts, Input } from '@/contracts'
import { merchantOf } from '@/domain/ids'
import type { Fen } from '@/domain/money'
import { err, ok } from '@/domain/result'
import { lockRoom } from '../_kernel/live/lock-room'
import type { Context, Implementation, Outcome } from '../_kernel/operation'
import { appendRoomEvent } from '../_kernel/room-log'
import { inTransaction } from '../_kernel/transaction'

type Wish = Input<'offers', 'set-live-price'>

export const setLivePrice: Implementation<typeof contracts.offers>['set-live-price'] = (context, wish) =>
  inTransaction(context, (inside) => setOnce(inside, wish))

/** Under the room's lock, as everything that changes its shelf: a product does not leave it meanwhile. */
async function setOnce(context: Context, wish: Wish): Promise<Outcome<object>> {
  const { roomId, skuId, price } = wish
  const room = await lockRoom(context, roomId)
  if (!room) return err({ code: 'room-not-found' })
  if (price === null) {
    if (await takeBack(context, wish))
      await appendRoomEvent(context, roomId, { type: 'live-price-changed', skuId, price })
    return ok({})
  }
  if (room.status === 'ended') return err({ code: 'room-ended' })
  const regular = await findRegularPrice(context, wish)
  if (regular === null) return err({ code: 'product-off-shelf', field: 'skuId' })
  // The room's price is a favour to those who watch. The regular price itself may be set, too: nothing off for now.
  if (price > regular) return err({ code: 'price-invalid', field: 'price' })
  if (await write(context, wish, price))
    await appendRoomEvent(context, roomId, { type: 'live-price-changed', skuId, price })
  return ok({})
}

async function takeBack({ db }: Context, { roomId, skuId }: Wish): Promise<boolean> {
  const taken = await db
    .deleteFrom('live_prices')
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .where('sku_id', '=', skuId)
    .executeTakeFirst()
  return taken.numDeletedRows > 0n
}

/** Null when the room's shelf does not hold the SKU's product. */
async function findRegularPrice({ db }: Context, { roomId, skuId }: Wish): Promise<Fen | null> {
  const sku = await db
    .selectFrom('skus')
    .innerJoin('shelf_items as items', (join) =>
      join
        .onRef('items.merchant_id', '=', 'skus.merchant_id')
        .onRef('items.product_id', '=', 'skus.product_id'),
    )
    .select('skus.price_fen')
    .where('skus.merchant_id', '=', merchantOf(skuId))
    .where('skus.sku_id', '=', skuId)
    .where('items.room_id', '=', roomId)
    .executeTakeFirst()
  return sku?.price_fen ?? null
}

/** False when it was the price already. */
async function write({ db }: Context, { roomId, skuId }: Wish, price_fen: Fen): Promise<boolean> {
  const written = await db
    .insertInto('live_prices')
    .values({ merchant_id: merchantOf(roomId), room_id: roomId, sku_id: skuId, price_fen })
    .onConflict((conflict) =>
      conflict
        .columns(['merchant_id', 'room_id', 'sku_id'])
        .doUpdateSet({ price_fen })
        .where('live_prices.price_fen', '<>', price_fen),
    )
    .executeTakeFirst()
  return (written.numInsertedOrUpdatedRows ?? 0n) > 0n
}
