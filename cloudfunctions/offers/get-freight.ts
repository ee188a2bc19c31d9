import type { contracts } from '@/contracts'
import { ok } from '@/domain/result'
import type { Implementation } from '../_kernel/operation'

/** Without a template the shop sends everything everywhere for nothing. */
export const getFreight: Implementation<typeof contracts.offers>['get-freight'] = async (
  { db },
  { merchantId },
) => {
  const row = await db
    .selectFrom('freight_templates')
    .select('template')
    .where('merchant_id', '=', merchantId)
    .executeTakeFirst()
  return ok({ freight: row?.template ?? null })
}
