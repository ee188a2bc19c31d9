import { type MerchantId, merchantOf, type ProductId, type SkuId } from '@/domain/ids'
import type { Fen } from '@/domain/money'
import { err, ok, type Result } from '@/domain/result'
import type { Context } from '../operation'
import { appendRoomEvent } from '../room-log'

export interface Units {
  readonly skuId: SkuId
  readonly quantity: number
}
export interface ReservedUnits {
  readonly productId: ProductId
  readonly skuId: SkuId
  readonly skuName: string
  readonly price: Fen
  readonly available: number
}
type Shortage = { readonly code: 'sold-out' | 'stock-short' | 'product-not-found' }

/**
 * Takes units from what can be ordered, in the caller's transaction. One conditional update: two buyers of the last
 * unit meet at the row, and the second finds it gone.
 */
export async function reserveStock(
  { db }: Context,
  merchantId: MerchantId,
  { skuId, quantity }: Units,
): Promise<Result<ReservedUnits, Shortage>> {
  const sku = await db
    .updateTable('skus')
    .set((row) => ({ available: row('available', '-', quantity), reserved: row('reserved', '+', quantity) }))
    .where('merchant_id', '=', merchantId)
    .where('sku_id', '=', skuId)
    .where('available', '>=', quantity)
    .returning(['product_id', 'name', 'price_fen', 'available'])
    .executeTakeFirst()
  if (sku) {
    const { product_id: productId, name: skuName, price_fen: price, available } = sku
    return ok({ productId, skuId, skuName, price, available })
  }
  const left = await db
    .selectFrom('skus')
    .select('available')
    .where('merchant_id', '=', merchantId)
    .where('sku_id', '=', skuId)
    .executeTakeFirst()
  if (!left) return err({ code: 'product-not-found' })
  return err({ code: left.available === 0 ? 'sold-out' : 'stock-short' })
}

/** Gives reserved units back: they can be ordered again, and everybody is told. */
export async function releaseStock(
  context: Context,
  merchantId: MerchantId,
  { skuId, quantity }: Units,
): Promise<void> {
  const sku = await context.db
    .updateTable('skus')
    .set((row) => ({ available: row('available', '+', quantity), reserved: row('reserved', '-', quantity) }))
    .where('merchant_id', '=', merchantId)
    .where('sku_id', '=', skuId)
    .returning(['product_id', 'available'])
    .executeTakeFirstOrThrow()
  await announceStock(context, { productId: sku.product_id, skuId, available: sku.available })
}

/** Reserved units are sold once their order is paid; what can be ordered does not change. */
export async function sellStock(
  { db }: Context,
  merchantId: MerchantId,
  { skuId, quantity }: Units,
): Promise<void> {
  await db
    .updateTable('skus')
    .set((row) => ({ reserved: row('reserved', '-', quantity), sold: row('sold', '+', quantity) }))
    .where('merchant_id', '=', merchantId)
    .where('sku_id', '=', skuId)
    .executeTakeFirstOrThrow()
}

/**
 * Tells every room that shows the product and is not over: people wait in rooms whose show has not begun, too. Rooms
 * are locked in the order of their ids, after the stock row.
 */
export async function announceStock(
  context: Context,
  {
    productId,
    skuId,
    available,
  }: { readonly productId: ProductId; readonly skuId: SkuId; readonly available: number },
): Promise<void> {
  const rooms = await context.db
    .selectFrom('shelf_items')
    .innerJoin('rooms', (join) =>
      join
        .onRef('rooms.merchant_id', '=', 'shelf_items.merchant_id')
        .onRef('rooms.room_id', '=', 'shelf_items.room_id'),
    )
    .select('rooms.room_id')
    .where('shelf_items.merchant_id', '=', merchantOf(productId))
    .where('shelf_items.product_id', '=', productId)
    .where('rooms.status', '!=', 'ended')
    .orderBy('rooms.room_id')
    .execute()
  for (const room of rooms)
    await appendRoomEvent(context, room.room_id, { type: 'stock-changed', productId, skuId, available })
}
