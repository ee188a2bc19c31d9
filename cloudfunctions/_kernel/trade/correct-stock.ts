import type { WireError } from '@/contracts/errors'
import { merchantOf, type SkuId } from '@/domain/ids'
import { err, ok, type Result } from '@/domain/result'
import { everPutIn } from '@/domain/stock'
import type { Intent } from '../ports/intent'
import type { TradeDraft } from './trade-draft'
import type { SkuRow } from './trade-rows'

export interface StockWish {
  readonly intent: Intent
  readonly skuId: SkuId
  /** Units put in, or taken out when negative. */
  readonly quantity: number
  readonly reason: string
}

/** What a counter of the database holds. */
const MOST_UNITS = 2_000_000_000

/** The merchant counted again. Units that orders hold or have bought cannot be taken out. */
export function correctStock(draft: TradeDraft, wish: StockWish): Result<SkuRow, WireError> {
  const { intent, skuId, quantity, reason } = wish
  const sku = draft.skus.get(skuId)
  if (!sku) return err({ code: 'product-not-found' })
  const earlier = draft.earlier(intent)
  if (!earlier.ok) return earlier
  if (earlier.value !== null) return ok(sku)
  if (quantity === 0 || everPutIn(sku) + quantity > MOST_UNITS)
    return err({ code: 'quantity-invalid', field: 'quantity' })
  if (sku.available + quantity < 0) return err({ code: 'stock-short', field: 'quantity' })
  const move = quantity > 0 ? 'put-in' : 'corrected'
  draft.move({ skuId, quantity }, move, { actorId: intent.userId, reason })
  draft.keep(intent, skuId, merchantOf(skuId))
  return ok(draft.skus.need(skuId))
}
