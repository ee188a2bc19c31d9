import type { Context } from '../operation'
import { ANNOUNCE_EVERY_MS } from './trade-draft'

const AT_ONCE = 100

/** In a rush the rooms hear of a SKU once a second; this tells them the last of it. */
export async function announceStaleStock({ db, trade, clock }: Context): Promise<void> {
  const stale = await db
    .selectFrom('skus')
    .select(['merchant_id', 'sku_id'])
    .where('is_unannounced', '=', true)
    .where('announced_at', '<=', clock.now() - ANNOUNCE_EVERY_MS)
    .limit(AT_ONCE)
    .execute()
  for (const { merchant_id: merchantId, sku_id: skuId } of stale)
    await trade.store.transact({ merchantId, skus: [skuId] }, (draft) => {
      if (draft.skus.get(skuId)?.is_unannounced) draft.announce(skuId)
    })
}
