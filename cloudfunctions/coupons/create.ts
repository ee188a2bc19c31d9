import type { contracts, Input } from '@/contracts'
import type { WireError } from '@/contracts/errors'
import { merchantOf, type ProductId } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import type { EpochMs } from '@/domain/time'
import type { Context, Implementation } from '../_kernel/operation'
import type { CouponRow } from '../_kernel/trade/trade-rows'
import { presentShopCoupon } from './present-shop-coupon'

type Terms = Input<'coupons', 'create'>

export const create: Implementation<typeof contracts.coupons>['create'] = async (context, input) => {
  const wrong = findWrong(input, context.clock.now())
  if (wrong) return err({ code: 'coupon-invalid', field: wrong })
  const products = input.products && [...new Set(input.products)].sort()
  const refusal = products && (await refuseProducts(context, input, products))
  if (refusal) return err(refusal)
  const row = rowOf(context, { ...input, products })
  await context.db
    .insertInto('coupons')
    .values({
      ...row,
      value: JSON.stringify(row.value),
      products: row.products && JSON.stringify(row.products),
    })
    .execute()
  return ok({ coupon: presentShopCoupon(row) })
}

/** The first input that does not fit with the others: nobody could claim, or spend, what it describes. */
function findWrong(terms: Terms, now: EpochMs): keyof Terms | null {
  const { claimFrom, claimUntil, expiresAt, value, threshold, perPerson, total } = terms
  if (claimUntil <= claimFrom || claimUntil <= now) return 'claimUntil'
  if (expiresAt < claimUntil) return 'expiresAt'
  // more off than the goods must cost gives them away: with a threshold nobody means that
  if (value.kind === 'fixed' && threshold > 0 && value.off > threshold) return 'value'
  return perPerson > total ? 'perPerson' : null
}

/** That the caller works for the shop says nothing about ids inside a list: each must be one of the shop's. */
async function refuseProducts(
  { db }: Context,
  { merchantId }: Terms,
  products: readonly ProductId[],
): Promise<WireError | null> {
  if (products.some((productId) => merchantOf(productId) !== merchantId))
    return { code: 'product-not-found', field: 'products' }
  const known = await db
    .selectFrom('products')
    .select('product_id')
    .where('merchant_id', '=', merchantId)
    .where('product_id', 'in', products)
    .execute()
  return known.length === products.length ? null : { code: 'product-not-found', field: 'products' }
}

const rowOf = ({ ids, clock }: Context, terms: Terms): CouponRow => ({
  merchant_id: terms.merchantId,
  coupon_id: ids.make('coupon', terms.merchantId),
  title: terms.title,
  value: terms.value,
  threshold_fen: terms.threshold,
  products: terms.products,
  claim_from: terms.claimFrom,
  claim_until: terms.claimUntil,
  expires_at: terms.expiresAt,
  total: terms.total,
  per_person: terms.perPerson,
  claimed: 0,
  spent: 0,
  ended_at: null,
  created_at: clock.now(),
})
