import type { contracts } from '@/contracts'
import { ok } from '@/domain/result'
import type { Implementation } from '../_kernel/operation'

/** Orders that were placed keep the freight they were placed with; who was shown another price is told so. */
export const setFreight: Implementation<typeof contracts.offers>['set-freight'] = async (
  { db },
  { merchantId, freight },
) => {
  if (freight === null) {
    await db.deleteFrom('freight_templates').where('merchant_id', '=', merchantId).execute()
    return ok({ freight })
  }
  const template = JSON.stringify(freight)
  await db
    .insertInto('freight_templates')
    .values({ merchant_id: merchantId, template })
    .onConflict((conflict) => conflict.column('merchant_id').doUpdateSet({ template }))
    .execute()
  return ok({ freight })
}
