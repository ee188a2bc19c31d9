import type { contracts } from '@/contracts'
import { ok } from '@/domain/result'
import type { Implementation } from '../_kernel/operation'
import { selectShops } from './select-shops'

export const setContact: Implementation<typeof contracts.shops>['set-contact'] = async (
  { db },
  { merchantId, contact },
) => {
  await db.updateTable('merchants').set({ contact }).where('merchant_id', '=', merchantId).execute()
  const shop = await selectShops(db).where('merchants.merchant_id', '=', merchantId).executeTakeFirstOrThrow()
  return ok({ shop })
}
