import type { RoomId } from '@/domain/ids'
import type { Step } from '../../database/statement'
import { tellRooms } from '../../room-log'
import type { TradeDraft } from '../../trade/trade-draft'

/** Tells every room that shows the product and is not over: people wait in rooms whose show has not begun, too. */
export function announce(draft: TradeDraft): Step<readonly RoomId[]> | null {
  const skus = [...draft.announced].map((skuId) => draft.skus.need(skuId))
  const [first] = skus
  if (!first) return null
  const news = skus.map(({ sku_id: skuId, product_id: productId, available }) => ({
    productId,
    body: { type: 'stock-changed', productId, skuId, available } as const,
  }))
  return tellRooms({ merchantId: first.merchant_id, news, at: draft.now })
}
