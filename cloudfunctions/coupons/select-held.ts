import { sql } from 'kysely'
import type { Context } from '../_kernel/operation'
import type { ClaimRow, CouponRow } from '../_kernel/trade/trade-rows'

/** Claims as `claims`, each with its coupon: both as the order book knows them. */
export const selectHeld = (db: Context['db']) =>
  db
    .selectFrom('coupon_claims as claims')
    .innerJoin('coupons', (join) =>
      join
        .onRef('coupons.merchant_id', '=', 'claims.merchant_id')
        .onRef('coupons.coupon_id', '=', 'claims.coupon_id'),
    )
    .select([sql<ClaimRow>`to_json(claims)`.as('claim'), sql<CouponRow>`to_json(coupons)`.as('coupon')])
