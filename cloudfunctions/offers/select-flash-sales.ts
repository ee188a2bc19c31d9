import type { FlashSaleView } from '@/contracts/merchant/offers'
import type { MerchantId } from '@/domain/ids'
import type { Context } from '../_kernel/operation'

/** Flash sales of a shop as `sales`, with the names of what is sold. */
export const selectFlashSales = (db: Context['db'], merchantId: MerchantId) =>
  db
    .selectFrom('flash_sales as sales')
    .innerJoin('skus', (join) =>
      join.onRef('skus.merchant_id', '=', 'sales.merchant_id').onRef('skus.sku_id', '=', 'sales.sku_id'),
    )
    .innerJoin('products', (join) =>
      join
        .onRef('products.merchant_id', '=', 'skus.merchant_id')
        .onRef('products.product_id', '=', 'skus.product_id'),
    )
    .select([
      'sales.flash_sale_id as id',
      'sales.merchant_id as merchantId',
      'sales.sku_id as skuId',
      'skus.product_id as productId',
      'products.name as productName',
      'skus.name as skuName',
      'sales.price_fen as price',
      'sales.starts_at as startsAt',
      'sales.ends_at as endsAt',
      'sales.quantity',
      'sales.taken',
      'sales.per_person as perPerson',
    ])
    .where('sales.merchant_id', '=', merchantId)
    .$castTo<FlashSaleView>()
