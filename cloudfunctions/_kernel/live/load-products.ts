import { sql, type RawBuilder } from 'kysely'
import type { MerchantId, ProductId } from '@/domain/ids'
import type { Product } from '@/domain/product'
import type { Context } from '../operation'

/** A product of the row named `product`, as JSON: one statement sees one moment, however much it collects. */
export const productJson = sql<Product>`json_build_object(
  'id', product.product_id, 'name', product.name, 'pictureUrl', product.picture_url, 'skus', (
    select coalesce(json_agg(json_build_object(
      'id', sku.sku_id, 'name', sku.name, 'price', sku.price_fen, 'available', sku.available
    ) order by sku.position), '[]')
    from skus sku
    where sku.merchant_id = product.merchant_id and sku.product_id = product.product_id))`

/** A shop's products, newest first. */
export async function loadProducts(
  { db }: Pick<Context, 'db'>,
  merchantId: MerchantId,
): Promise<readonly Product[]> {
  const rows = await selectProducts(db, merchantId)
    .orderBy('product.created_at', 'desc')
    .orderBy('product.product_id')
    .execute()
  return rows.map((row) => row.json)
}

export async function loadProduct(
  { db }: Pick<Context, 'db'>,
  merchantId: MerchantId,
  productId: ProductId,
): Promise<Product | null> {
  const row = await selectProducts(db, merchantId)
    .where('product.product_id', '=', productId)
    .executeTakeFirst()
  return row?.json ?? null
}

const selectProducts = (db: Context['db'], merchantId: MerchantId) =>
  db
    .selectFrom('products as product')
    .select(productJson.as('json'))
    .where('product.merchant_id', '=', merchantId)

/** What lies on the shelf of the row named `rooms`, in the host's order; `limit` takes the first few. */
export const shelfJson = <T>(item: RawBuilder<T>, limit: number | null): RawBuilder<readonly T[]> =>
  sql`(
    select coalesce(json_agg(shelved.json order by shelved.position), '[]')
    from (
      select ${item} as json, item.position
      from shelf_items item
      join products product using (merchant_id, product_id)
      where item.merchant_id = rooms.merchant_id and item.room_id = rooms.room_id
      order by item.position
      limit ${limit}
    ) shelved)`
