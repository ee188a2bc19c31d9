import type { Shop } from '@/contracts/shops'
import type { MerchantId } from '@/domain/ids'
import type { Context } from '../_kernel/operation'

export const selectShops = (db: Context['db']) =>
  db
    .selectFrom('merchants')
    .select([
      'merchants.merchant_id as id',
      'merchants.name',
      'merchants.logo_url as logoUrl',
      'merchants.fans',
      'merchants.contact',
    ])

export async function loadShop({ db }: Context, merchantId: MerchantId): Promise<Shop | null> {
  return (await selectShops(db).where('merchants.merchant_id', '=', merchantId).executeTakeFirst()) ?? null
}
