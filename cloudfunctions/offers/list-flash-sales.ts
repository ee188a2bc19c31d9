import type { contracts } from '@/contracts'
import { ok } from '@/domain/result'
import type { Implementation } from '../_kernel/operation'
import { selectFlashSales } from './select-flash-sales'

const AT_MOST = 200

/** The latest first: those to come, those that are open, those that are over. */
export const listFlashSales: Implementation<typeof contracts.offers>['list-flash-sales'] = async (
  { db, clock },
  { merchantId },
) => {
  const flashSales = await selectFlashSales(db, merchantId)
    .orderBy('sales.starts_at', 'desc')
    .orderBy('sales.flash_sale_id')
    .limit(AT_MOST)
    .execute()
  return ok({ flashSales, serverTime: clock.now() })
}
