import type { contracts } from '@/contracts'
import type { MerchantId } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import type { Product } from '@/domain/product'
import { firstStock } from '../_kernel/live/first-stock'
import type { Context, Implementation, ViewerContext } from '../_kernel/operation'
import { readMerchantImport } from './read-merchant-import'
import type { ImportReading } from './read-import'

export const importProducts: Implementation<typeof contracts.shelf>['import-products'] = async (
  context,
  input,
) => {
  const { drafts, problems } = readMerchantImport(input)
  if (problems.length > 0) return err({ code: 'import-invalid' })
  const products = drafts.map((draft) => makeProduct(context, input.merchantId, draft))
  await write(context, input.merchantId, products)
  return ok({ products })
}

const makeProduct = (
  { ids }: Context,
  merchantId: MerchantId,
  { name, pictureUrl, skus }: ImportReading['drafts'][number],
): Product => ({
  id: ids.make('product', merchantId),
  name,
  pictureUrl,
  skus: skus.map((sku) => ({
    id: ids.make('sku', merchantId),
    name: sku.name,
    price: sku.price,
    available: sku.stock,
  })),
})

async function write(
  { db, clock, ids, viewer }: ViewerContext,
  merchantId: MerchantId,
  products: readonly Product[],
): Promise<void> {
  const now = clock.now()
  await db
    .insertInto('products')
    .values(
      products.map(({ id, name, pictureUrl }, index) => ({
        merchant_id: merchantId,
        product_id: id,
        name,
        picture_url: pictureUrl,
        // Lists show the newest first: a millisecond less each keeps the order of the file.
        created_at: now - index,
      })),
    )
    .execute()
  const skus = products.flatMap((product) => skuRows(merchantId, product))
  await db.insertInto('skus').values(skus).execute()
  const entries = firstStock(skus, { ids, now, actorId: viewer.userId })
  if (entries.length > 0) await db.insertInto('stock_ledger').values(entries).execute()
}

const skuRows = (merchantId: MerchantId, product: Product) =>
  product.skus.map((sku, position) => ({
    merchant_id: merchantId,
    sku_id: sku.id,
    product_id: product.id,
    name: sku.name,
    price_fen: sku.price,
    available: sku.available,
    reserved: 0,
    sold: 0,
    position,
  }))
