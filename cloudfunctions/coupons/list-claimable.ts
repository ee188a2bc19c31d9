import type { contracts } from '@/contracts'
import type { ClaimableCoupon } from '@/contracts/coupons'
import { decideClaim } from '@/domain/coupon'
import type { MerchantId, PersonId } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import type { EpochMs } from '@/domain/time'
import type { Implementation, ViewerContext } from '../_kernel/operation'
import { presentCoupon } from '../_kernel/trade/present-coupon'
import { readCoupon } from '../_kernel/trade/quote-order'
import type { CouponRow } from '../_kernel/trade/trade-rows'
import { findPerson } from './find-person'

const AT_MOST = 100

export const listClaimable: Implementation<typeof contracts.coupons>['list-claimable'] = async (
  context,
  { merchantId },
) => {
  const personId = await findPerson(context)
  if (!personId) return err({ code: 'unauthenticated' })
  const now = context.clock.now()
  const rows = await listRows(context, { merchantId, personId, now })
  const coupons = rows.map(({ had, ...coupon }) => present(coupon, { had: had ?? 0, now }))
  return ok({ coupons, serverTime: now })
}

interface Asked {
  readonly merchantId: MerchantId
  readonly personId: PersonId
  readonly now: EpochMs
}

const listRows = ({ db }: ViewerContext, { merchantId, personId, now }: Asked) =>
  db
    .selectFrom('coupons')
    .leftJoin('person_counts as counts', (join) =>
      join
        .onRef('counts.merchant_id', '=', 'coupons.merchant_id')
        .onRef('counts.subject', '=', 'coupons.coupon_id')
        .on('counts.person_id', '=', personId),
    )
    .selectAll('coupons')
    .select('counts.had')
    .where('coupons.merchant_id', '=', merchantId)
    .where('coupons.ended_at', 'is', null)
    .where('coupons.claim_until', '>', now)
    .orderBy('coupons.claim_from')
    .orderBy('coupons.coupon_id')
    .limit(AT_MOST)
    .execute()

const present = (
  row: CouponRow,
  { had, now }: { readonly had: number; readonly now: EpochMs },
): ClaimableCoupon => ({
  coupon: presentCoupon(row),
  left: row.total - row.claimed,
  mine: had,
  refusal: decideClaim(readCoupon(row), { claimed: row.claimed, had, now }),
})
