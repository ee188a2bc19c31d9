import { sql } from 'kysely'
import { type CouponId, type FlashSaleId, merchantOf, type ProductId } from '@/domain/ids'
import type { RoomFlashSale, RoomOffers } from '@/domain/room-offers'
import type { EpochMs } from '@/domain/time'
import type { Context } from '../operation'

const itemsOfRoom = sql`shelf_items i
  where i.merchant_id = rooms.merchant_id and i.room_id = rooms.room_id`

/** Sales that are not over, of what lies on the room's shelf. */
const flashSalesOfRoom = (now: EpochMs) => sql`flash_sales f
  join skus s on s.merchant_id = f.merchant_id and s.sku_id = f.sku_id
  join shelf_items i on i.merchant_id = s.merchant_id and i.product_id = s.product_id
  where i.merchant_id = rooms.merchant_id and i.room_id = rooms.room_id and f.ends_at > ${now}`

const flashSaleJson = sql<RoomFlashSale>`json_build_object('id', f.flash_sale_id, 'skuId', f.sku_id,
  'productId', s.product_id, 'price', f.price_fen, 'startsAt', f.starts_at, 'endsAt', f.ends_at,
  'quantity', f.quantity, 'perPerson', f.per_person)`

/** Sales of a product that are not over, as rooms show them. */
export async function loadRoomSales(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  productId: ProductId,
): Promise<readonly RoomFlashSale[]> {
  const { rows } = await sql<{ readonly sale: RoomFlashSale }>`
    select ${flashSaleJson} as sale
    from flash_sales f join skus s on s.merchant_id = f.merchant_id and s.sku_id = f.sku_id
    where s.merchant_id = ${merchantOf(productId)} and s.product_id = ${productId}
      and f.ends_at > ${clock.now()}
    order by f.starts_at, f.flash_sale_id`.execute(db)
  return rows.map(({ sale }) => sale)
}

const couponsOfRoom = (now: EpochMs) => sql`room_coupons h
  join coupons c on c.merchant_id = h.merchant_id and c.coupon_id = h.coupon_id
  where h.merchant_id = rooms.merchant_id and h.room_id = rooms.room_id
    and (h.until is null or h.until > ${now})`

/** A draw goes on when the show ends: whoever takes part is told who won. */
const lastDraw = sql`(
  select case when d.status <> 'cancelled' then json_build_object('id', d.draw_id, 'prize', d.prize,
    'winners', d.winners, 'phrase', d.phrase, 'commitment', d.commitment, 'closesAt', d.closes_at,
    'result', d.result) end
  from draws d
  where d.merchant_id = rooms.merchant_id and d.room_id = rooms.room_id
  order by d.opened_at desc, d.draw_id desc limit 1)`

/** What can be had for less in the room of the row named `rooms`, as JSON; once the show has ended, nothing. */
export const offersJson = (
  now: EpochMs,
) => sql<RoomOffers>`case when rooms.status = 'ended' then json_build_object(
  'livePrices', '{}'::json, 'hiddenPrices', '[]'::json, 'flashSales', '[]'::json, 'coupons', '[]'::json,
  'draw', ${lastDraw})
else json_build_object(
  'livePrices', (
    select coalesce(json_object_agg(l.sku_id, l.price_fen), '{}') from live_prices l
    where l.merchant_id = rooms.merchant_id and l.room_id = rooms.room_id),
  'hiddenPrices', (
    select coalesce(json_agg(i.product_id order by i.position), '[]') from ${itemsOfRoom} and i.is_price_hidden),
  'flashSales', (
    select coalesce(json_agg(${flashSaleJson} order by f.starts_at, f.flash_sale_id), '[]')
    from ${flashSalesOfRoom(now)}),
  'coupons', (
    select coalesce(json_agg(json_build_object('id', c.coupon_id, 'title', c.title, 'value', c.value,
      'threshold', c.threshold_fen, 'products', c.products, 'expiresAt', c.expires_at, 'until', h.until)
      order by h.handed_out_at, c.coupon_id), '[]')
    from ${couponsOfRoom(now)}),
  'draw', ${lastDraw})
end`

/** How many are left of each of them. */
export const leftJson = (now: EpochMs) => sql<Readonly<Record<FlashSaleId | CouponId, number>>>`(
  select coalesce(json_object_agg(id, remaining), '{}') from (
    select f.flash_sale_id as id, f.quantity - f.taken as remaining from ${flashSalesOfRoom(now)}
    union all
    select c.coupon_id, c.total - c.claimed from ${couponsOfRoom(now)}) counted)`
