import { type CouponId, type FlashSaleId, merchantOf, type MerchantId, type PersonId } from '@/domain/ids'
import { toFen } from '@/domain/money'
import { DAY, HOUR } from '@/domain/time'
import type { CouponRow, FlashSaleRow } from '../../cloudfunctions/_kernel/trade/trade-rows'
import type { Sale } from './given-sale'
import type { Actor, TestApplication } from './test-application'

/** Five yuan off fifty, open since an hour ago and for a week, ten of them, one for each. */
export async function givenCoupon(
  { db, ids, clock }: TestApplication,
  merchantId: MerchantId,
  overrides: Partial<CouponRow> = {},
): Promise<CouponId> {
  const now = clock.now()
  const row: CouponRow = {
    merchant_id: merchantId,
    coupon_id: ids.make('coupon', merchantId),
    title: '新客减 5 元',
    value: { kind: 'fixed', off: toFen(500) },
    threshold_fen: toFen(5000),
    products: null,
    claim_from: now - HOUR,
    claim_until: now + 7 * DAY,
    expires_at: now + 7 * DAY,
    total: 10,
    per_person: 1,
    claimed: 0,
    spent: 0,
    ended_at: null,
    created_at: now,
    ...overrides,
  }
  await db
    .insertInto('coupons')
    .values({
      ...row,
      value: JSON.stringify(row.value),
      products: row.products && JSON.stringify(row.products),
    })
    .execute()
  return row.coupon_id
}

/** The sale's SKU at a third of its price, since an hour ago and for another, five units, one for each. */
export async function givenFlashSale(
  { db, ids, clock }: TestApplication,
  { merchantId, skuId }: Pick<Sale, 'merchantId' | 'skuId'>,
  overrides: Partial<FlashSaleRow> = {},
): Promise<FlashSaleId> {
  const now = clock.now()
  const row: FlashSaleRow = {
    merchant_id: merchantId,
    flash_sale_id: ids.make('flashSale', merchantId),
    sku_id: skuId,
    price_fen: toFen(990),
    starts_at: now - HOUR,
    ends_at: now + HOUR,
    quantity: 5,
    taken: 0,
    per_person: 1,
    created_at: now,
    ...overrides,
  }
  await db.insertInto('flash_sales').values(row).execute()
  return row.flash_sale_id
}

export const personOf = async ({ db }: TestApplication, { userId }: Actor): Promise<PersonId> =>
  (await db.selectFrom('users').select('person_id').where('user_id', '=', userId).executeTakeFirstOrThrow())
    .person_id

/** What limits say that somebody had of a coupon or a flash sale. */
export async function hadOf(
  test: TestApplication,
  subject: CouponId | FlashSaleId,
  actor: Actor,
): Promise<number> {
  const count = await test.db
    .selectFrom('person_counts')
    .select('had')
    .where('merchant_id', '=', merchantOf(subject))
    .where('subject', '=', subject)
    .where('person_id', '=', await personOf(test, actor))
    .executeTakeFirst()
  return count?.had ?? 0
}

/** Makes somebody the same person as somebody else, as one verified phone does. */
export async function givenSamePerson(test: TestApplication, actor: Actor, as: Actor): Promise<void> {
  await test.db
    .updateTable('users')
    .set({ person_id: await personOf(test, as) })
    .where('user_id', '=', actor.userId)
    .execute()
}
