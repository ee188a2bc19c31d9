import { DAY, HOUR } from '@/domain/time'
import { catalogue, type Shop } from './catalogue'
import type { Seeding } from './seeding'
import { couponIdOf, flashSaleIdOf, merchantIdOf, roomIdOf, skuIdOf } from './seed-ids'

const COUPONS_LAST_MS = 30 * DAY

/** What a shop opens with besides its goods: coupons, freight, a price for one room, and a flash sale that is on. */
export async function insertOffers(seeding: Seeding, shop: Shop): Promise<void> {
  await insertCoupons(seeding, shop)
  const { db, clock } = seeding
  const merchant_id = merchantIdOf(shop)
  const { freight, livePrice, flashSale } = shop
  await db
    .insertInto('freight_templates')
    .values({ merchant_id, template: JSON.stringify(freight) })
    .execute()
  await db
    .insertInto('live_prices')
    .values({
      merchant_id,
      room_id: roomIdOf(shop, livePrice.room),
      sku_id: skuIdOf(shop, livePrice.product, livePrice.sku),
      price_fen: livePrice.price,
    })
    .execute()
  await db
    .insertInto('flash_sales')
    .values({
      merchant_id,
      flash_sale_id: flashSaleIdOf(shop),
      sku_id: skuIdOf(shop, flashSale.product, flashSale.sku),
      price_fen: flashSale.price,
      ...openFrom(clock.now(), shop),
      quantity: flashSale.quantity,
      taken: 0,
      per_person: flashSale.perPerson,
      created_at: clock.now(),
    })
    .execute()
}

const lengthOf = ({ flashSale }: Shop): number => flashSale.hours * HOUR
const openFrom = (now: number, shop: Shop) => ({ starts_at: now, ends_at: now + lengthOf(shop) })

async function insertCoupons({ db, clock }: Seeding, shop: Shop): Promise<void> {
  const now = clock.now()
  await db
    .insertInto('coupons')
    .values(
      shop.coupons.map(({ title, value, threshold, total }, index) => ({
        merchant_id: merchantIdOf(shop),
        coupon_id: couponIdOf(shop, index),
        title,
        value: JSON.stringify(value),
        threshold_fen: threshold,
        products: null,
        claim_from: now,
        claim_until: now + COUPONS_LAST_MS,
        expires_at: now + COUPONS_LAST_MS,
        total,
        per_person: 1,
        claimed: 0,
        spent: 0,
        ended_at: null,
        created_at: now - index,
      })),
    )
    .execute()
}

/**
 * A seeded sale that ran its course while the product was off is on again. One that somebody ended is shorter than
 * it was seeded and stays ended, and none comes in the way of what somebody planned instead.
 */
export async function reopenFlashSales({ db, clock }: Seeding): Promise<void> {
  const now = clock.now()
  for (const shop of catalogue) {
    const open = openFrom(now, shop)
    await db
      .updateTable('flash_sales as sale')
      .set(open)
      .where('sale.merchant_id', '=', merchantIdOf(shop))
      .where('sale.flash_sale_id', '=', flashSaleIdOf(shop))
      .where('sale.ends_at', '<=', now)
      .where((row) => row(row('sale.ends_at', '-', row.ref('sale.starts_at')), '=', lengthOf(shop)))
      .where((row) =>
        row.not(
          row.exists(
            row
              .selectFrom('flash_sales as other')
              .select('other.flash_sale_id')
              .whereRef('other.merchant_id', '=', 'sale.merchant_id')
              .whereRef('other.sku_id', '=', 'sale.sku_id')
              .where('other.ends_at', '>', now)
              .where('other.starts_at', '<', open.ends_at),
          ),
        ),
      )
      .execute()
  }
}
