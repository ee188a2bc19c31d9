import type { contracts } from '@/contracts'
import { ok } from '@/domain/result'
import type { Implementation } from '../_kernel/operation'
import { presentShopCoupon } from './present-shop-coupon'

const AT_MOST = 200

export const listShop: Implementation<typeof contracts.coupons>['list-shop'] = async (
  { db, clock },
  { merchantId },
) => {
  const rows = await db
    .selectFrom('coupons')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .orderBy('created_at', 'desc')
    .orderBy('coupon_id')
    .limit(AT_MOST)
    .execute()
  return ok({ coupons: rows.map(presentShopCoupon), serverTime: clock.now() })
}
