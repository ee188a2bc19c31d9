import type { Order } from '@/contracts/orders'
import type { ClaimId, CouponId } from '@/domain/ids'
import { toFen } from '@/domain/money'
import { DAY } from '@/domain/time'
import { type Buyer, givenBuyer, givenSale, openWallet, placeOrder, type Sale } from './given-sale'
import type { TestApplication } from './test-application'

/** An order that its buyer has paid. */
export interface PaidOrder {
  readonly sale: Sale
  readonly buyer: Buyer
  readonly order: Order
}

export async function payOrder(test: TestApplication, buyer: Buyer, order: Order): Promise<Order> {
  test.wallets['wechat-pay'].pay(await openWallet(test, buyer, order))
  const paid = await test.as(buyer).ask<'payments', 'confirm'>('payments/confirm', { orderId: order.id })
  return paid.order
}

export async function givenPaidOrder(test: TestApplication, quantity = 2): Promise<PaidOrder> {
  const sale = await givenSale(test)
  const buyer = await givenBuyer(test)
  const order = await placeOrder(test, { sale, buyer, quantity })
  return { sale, buyer, order: await payOrder(test, buyer, order) }
}

interface GivenClaim {
  readonly off?: number
  readonly threshold?: number
  readonly expiresIn?: number
}

/** A coupon of the shop that the buyer holds. */
export async function givenClaim(
  { db, ids, clock }: TestApplication,
  { sale, buyer }: { readonly sale: Sale; readonly buyer: Buyer },
  { off = 500, threshold = 0, expiresIn = DAY }: GivenClaim = {},
): Promise<{ readonly claimId: ClaimId; readonly couponId: CouponId }> {
  const { merchantId } = sale
  const couponId = ids.make('coupon', merchantId)
  const claimId = ids.make('claim', merchantId)
  const now = clock.now()
  await db
    .insertInto('coupons')
    .values({
      merchant_id: merchantId,
      coupon_id: couponId,
      title: `减 ${off} 分`,
      value: JSON.stringify({ kind: 'fixed', off: toFen(off) }),
      threshold_fen: toFen(threshold),
      products: null,
      claim_from: now,
      claim_until: now + expiresIn,
      expires_at: now + expiresIn,
      total: 100,
      per_person: 1,
      claimed: 1,
      spent: 0,
      ended_at: null,
      created_at: now,
    })
    .execute()
  const { person_id } = await db
    .selectFrom('users')
    .select('person_id')
    .where('user_id', '=', buyer.userId)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('coupon_claims')
    .values({
      merchant_id: merchantId,
      claim_id: claimId,
      coupon_id: couponId,
      user_id: buyer.userId,
      person_id,
      status: 'held',
      order_id: null,
      claimed_at: now,
    })
    .execute()
  return { claimId, couponId }
}

/** Units at a special price, open from now on for an hour. */
export async function givenFlash(
  { db, ids, clock }: TestApplication,
  { merchantId, skuId }: Sale,
  {
    price = 990,
    quantity = 5,
    perPerson = 2,
  }: { price?: number; quantity?: number; perPerson?: number } = {},
) {
  const flashSaleId = ids.make('flashSale', merchantId)
  const now = clock.now()
  await db
    .insertInto('flash_sales')
    .values({
      merchant_id: merchantId,
      flash_sale_id: flashSaleId,
      sku_id: skuId,
      price_fen: toFen(price),
      starts_at: now,
      ends_at: now + 3_600_000,
      quantity,
      taken: 0,
      per_person: perPerson,
      created_at: now,
    })
    .execute()
  return flashSaleId
}
