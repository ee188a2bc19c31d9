import type { contracts } from '@/contracts'
import { merchantOf } from '@/domain/ids'
import { ok } from '@/domain/result'
import { intentOf, type Implementation } from '../_kernel/operation'
import { correctStock as correct } from '../_kernel/trade/correct-stock'

/** Rooms hear of it and buyers wait for it like for any other move of units: it is made in the order book. */
export const correctStock: Implementation<typeof contracts.offers>['correct-stock'] = async (
  context,
  { skuId, quantity, reason },
) => {
  const intent = intentOf(context)
  const corrected = await context.trade.store.transact(
    { merchantId: merchantOf(skuId), skus: [skuId], intents: [intent] },
    (draft) => correct(draft, { intent, skuId, quantity, reason }),
  )
  if (!corrected.ok) return corrected
  const { available, reserved, sold } = corrected.value
  return ok({ stock: { available, reserved, sold } })
}
