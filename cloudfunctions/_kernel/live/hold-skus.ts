import { merchantOf, type ProductId } from '@/domain/ids'
import type { Context } from '../operation'

/** Orders for the product, and changes of its sales, wait until the caller's transaction ends. */
export async function holdSkus({ db }: Context, productId: ProductId): Promise<void> {
  await db
    .selectFrom('skus')
    .select('sku_id')
    .where('merchant_id', '=', merchantOf(productId))
    .where('product_id', '=', productId)
    .orderBy('sku_id')
    .forShare()
    .execute()
}
