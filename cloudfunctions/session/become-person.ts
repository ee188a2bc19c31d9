import { sql } from 'kysely'
import {
  type ClaimId,
  type CouponId,
  type FlashSaleId,
  type MerchantId,
  merchantOf,
  type OrderId,
  type PersonId,
} from '@/domain/ids'
import type { ViewerContext } from '../_kernel/operation'

interface Had {
  readonly merchant_id: MerchantId
  readonly subject: CouponId | FlashSaleId
  readonly person_id: PersonId
  readonly units: number
}
type Db = ViewerContext['db']

/**
 * From now on limits count the viewer as `personId`, with all that they had as somebody else: whoever has the same
 * phone in the other super-app is the same person, with one limit between the two. What is moved is the viewer's own:
 * others who are still the old person keep theirs.
 *
 * Knowingly across shards: a person's orders and coupons lie with every shop they bought from. It happens once for
 * each phone. Rows are locked as the order book locks them, table by table and in the order of their ids, so that
 * neither waits for the other in a circle, and an order that is closed meanwhile gives back to the right person.
 * Only rows that were locked are moved, so what a count says is always what its rows add up to. An order that was
 * read under the old person and commits after this stays theirs until the next verification. False when the viewer is gone.
 */
export async function becomePerson(context: ViewerContext, personId: PersonId): Promise<boolean> {
  const { db, viewer, clock } = context
  const user = await db
    .updateTable('users')
    .set({ person_id: personId, phone_verified_at: clock.now() })
    .where('user_id', '=', viewer.userId)
    .returning('user_id')
    .executeTakeFirst()
  if (!user) return false
  const orders = await lockOrders(context, personId)
  const units = await lockUnits(db, orders)
  const claims = await lockClaims(context, personId)
  const coupons = await lockCoupons(db, claims)
  for (const had of [...units, ...coupons]) await moveCount(db, personId, had)
  // What is given back later goes to whom it is counted for now.
  await sql`update orders set person_id = ${personId}
    where ${among('order_id', orders)}`.execute(db)
  await sql`update coupon_claims set person_id = ${personId}
    where ${among('claim_id', claims)}`.execute(db)
  return true
}

/** Keys lead with the merchant, so it is named beside the ids. */
const among = (
  column: `${'l.' | ''}order_id` | `${'h.' | ''}claim_id`,
  ids: readonly (OrderId | ClaimId)[],
) => {
  const merchant = column.replace(/\w+_id$/, 'merchant_id')
  const merchants = [...new Set(ids.map(merchantOf))]
  return sql`${sql.ref(merchant)} = any(${merchants}::text[]) and ${sql.ref(column)} = any(${ids}::text[])`
}

async function lockOrders({ db, viewer }: ViewerContext, personId: PersonId): Promise<readonly OrderId[]> {
  const orders = await db
    .selectFrom('orders')
    .select('order_id')
    .where('buyer_id', '=', viewer.userId)
    .where('person_id', '<>', personId)
    .orderBy('merchant_id')
    .orderBy('order_id')
    .forUpdate()
    .execute()
  return orders.map((order) => order.order_id)
}

/** Units at a flash price that the orders hold or have bought; closed orders have given theirs back. */
async function lockUnits(db: Db, orders: readonly OrderId[]): Promise<readonly Had[]> {
  const lines = sql`order_lines l where ${among('l.order_id', orders)} and l.flash_sale_id is not null`
  await sql`select 1 from flash_sales f
    where (f.merchant_id, f.flash_sale_id) in (select l.merchant_id, l.flash_sale_id from ${lines})
    order by f.merchant_id, f.flash_sale_id for update`.execute(db)
  const { rows } = await sql<Had>`
    select o.merchant_id, l.flash_sale_id as subject, o.person_id, sum(l.quantity)::int as units
    from orders o join (select l.* from ${lines}) l using (merchant_id, order_id)
    where o.status <> 'closed' group by 1, 2, 3`.execute(db)
  return rows
}

async function lockClaims({ db, viewer }: ViewerContext, personId: PersonId): Promise<readonly ClaimId[]> {
  const claims = await db
    .selectFrom('coupon_claims')
    .select('claim_id')
    .where('user_id', '=', viewer.userId)
    .where('person_id', '<>', personId)
    .orderBy('merchant_id')
    .orderBy('claim_id')
    .forUpdate()
    .execute()
  return claims.map((claim) => claim.claim_id)
}

/** Coupons that were claimed, spent or not. */
async function lockCoupons(db: Db, claims: readonly ClaimId[]): Promise<readonly Had[]> {
  const held = sql`coupon_claims h where ${among('h.claim_id', claims)}`
  await sql`select 1 from coupons c
    where (c.merchant_id, c.coupon_id) in (select h.merchant_id, h.coupon_id from ${held})
    order by c.merchant_id, c.coupon_id for update`.execute(db)
  const { rows } = await sql<Had>`
    select h.merchant_id, h.coupon_id as subject, h.person_id, count(*)::int as units
    from ${held} group by 1, 2, 3`.execute(db)
  return rows
}

/** From the old person to the new one. Whoever else counts this subject holds its row first, and waits for us. */
async function moveCount(db: Db, personId: PersonId, had: Had): Promise<void> {
  const { merchant_id, subject, person_id, units } = had
  await db
    .updateTable('person_counts')
    .set((row) => ({ had: row('had', '-', units) }))
    .where('merchant_id', '=', merchant_id)
    .where('subject', '=', subject)
    .where('person_id', '=', person_id)
    .execute()
  await db
    .insertInto('person_counts')
    .values({ merchant_id, subject, person_id: personId, had: units })
    .onConflict((conflict) =>
      conflict
        .columns(['merchant_id', 'subject', 'person_id'])
        .doUpdateSet((row) => ({ had: row('person_counts.had', '+', units) })),
    )
    .execute()
}
