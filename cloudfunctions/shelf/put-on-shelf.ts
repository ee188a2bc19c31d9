import type { contracts } from '@/contracts'
import { merchantOf, type ProductId, type RoomId } from '@/domain/ids'
import type { ShelfProduct } from '@/domain/product'
import { err, ok } from '@/domain/result'
import { holdSkus } from '../_kernel/live/hold-skus'
import { loadProduct } from '../_kernel/live/load-products'
import { loadRoomSales } from '../_kernel/live/offers-json'
import { lockRoom } from '../_kernel/live/lock-room'
import type { Context, Implementation, Outcome } from '../_kernel/operation'
import { appendRoomEvent } from '../_kernel/room-log'
import { inTransaction } from '../_kernel/transaction'

interface Item {
  readonly roomId: RoomId
  readonly productId: ProductId
}

export const putOnShelf: Implementation<typeof contracts.shelf>['put-on-shelf'] = async (context, item) => {
  const product = await inTransaction(context, (inside) => putOnce(inside, item))
  return product.ok ? ok({ product: product.value }) : product
}

async function putOnce(context: Context, item: Item): Promise<Outcome<ShelfProduct>> {
  /*
   * The events tell how much is left, and for how much. Orders and changes of its sales that come in meanwhile wait,
   * and then find the product on the shelf and tell the room; without this they would be in no event.
   */
  await holdSkus(context, item.productId)
  const room = await lockRoom(context, item.roomId)
  if (!room) return err({ code: 'room-not-found' })
  if (room.status === 'ended') return err({ code: 'room-ended' })
  const product = await loadProduct(context, merchantOf(item.productId), item.productId)
  if (!product) return err({ code: 'product-not-found' })
  const before = await findPosition(context, item)
  if (before !== null) return ok({ ...product, position: before })
  const shelved = { ...product, position: await addLast(context, item) }
  await appendRoomEvent(context, item.roomId, { type: 'product-shelved', product: shelved })
  for (const flashSale of await loadRoomSales(context, item.productId))
    await appendRoomEvent(context, item.roomId, { type: 'flash-sale-planned', flashSale })
  return ok(shelved)
}

async function findPosition({ db }: Context, { roomId, productId }: Item): Promise<number | null> {
  const item = await db
    .selectFrom('shelf_items')
    .select('position')
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .where('product_id', '=', productId)
    .executeTakeFirst()
  return item?.position ?? null
}

/** The host calls products by their numbers; the caller holds the room's row, so no number is given twice. */
async function addLast({ db }: Context, { roomId, productId }: Item): Promise<number> {
  const merchantId = merchantOf(roomId)
  const last = await db
    .selectFrom('shelf_items')
    .select((items) => items.fn.max<number | null>('position').as('position'))
    .where('merchant_id', '=', merchantId)
    .where('room_id', '=', roomId)
    .executeTakeFirstOrThrow()
  const position = (last.position ?? 0) + 1
  await db
    .insertInto('shelf_items')
    .values({ merchant_id: merchantId, room_id: roomId, product_id: productId, position })
    .execute()
  return position
}
