import { sql } from 'kysely'
import type { UserId } from '@/domain/ids'
import type { RoomPulse } from '@/domain/room'
import { SECOND, type EpochMs } from '@/domain/time'
import type { Context } from '../operation'

/** What is told as just now. A pulse follows within three seconds of what changes it, so nothing is left out. */
export const JUST_NOW_MS = 5 * SECOND
/** More names than these nobody reads while they pass. */
const MOST_NAMES = 3

/** The row's user is an audience: the shop's own people neither come nor buy in its numbers. */
const isAudience = (user: ReturnType<typeof sql.ref>) => sql`not exists (
  select from members m where m.merchant_id = rooms.merchant_id and m.user_id = ${user})`

/** Who came into the room of the row named `rooms` for the first time just now, the latest first. */
export const newcomersOfRoom = (now: EpochMs) => sql<readonly UserId[]>`(
  select coalesce(json_agg(c.user_id order by c.came_at desc, c.user_id), '[]') from (
    select v.user_id, v.came_at from room_visits v
    where v.merchant_id = rooms.merchant_id and v.room_id = rooms.room_id
      and v.came_at > ${now - JUST_NOW_MS} and ${isAudience(sql.ref('v.user_id'))}
    order by v.came_at desc, v.user_id limit ${MOST_NAMES}) c)`

/**
 * What most people bought, and paid for, just now, of what lies on the shelf of the row named `rooms`. Each step is
 * looked up by key: a planner without statistics pairs every line with every product, which took a shelf of a thousand
 * half a minute.
 */
export const boughtInRoom = (now: EpochMs) => sql<RoomPulse['bought']>`(
  select json_build_object('productId', b.product_id, 'buyers', b.buyers) from (
    select l.product_id, count(distinct o.person_id) as buyers
    from (
      select o.order_id, o.person_id, o.paid_at from orders o
      where o.merchant_id = rooms.merchant_id and o.room_id = rooms.room_id
        and o.paid_at > ${now - JUST_NOW_MS} and o.status not in ('closed', 'refunded')
        and ${isAudience(sql.ref('o.buyer_id'))} offset 0) o
    cross join lateral (
      select l.product_id from order_lines l
      where l.merchant_id = rooms.merchant_id and l.order_id = o.order_id offset 0) l
    cross join lateral (
      select from shelf_items i
      where i.merchant_id = rooms.merchant_id and i.room_id = rooms.room_id
        and i.product_id = l.product_id offset 0) i
    group by l.product_id
    order by buyers desc, max(o.paid_at) desc, l.product_id limit 1) b)`

/** Names are kept where people are, not where the shop is. */
export async function nicknamesOf(
  { db }: Pick<Context, 'db'>,
  userIds: readonly UserId[],
): Promise<ReadonlyMap<UserId, string>> {
  if (userIds.length === 0) return new Map()
  const users = await db
    .selectFrom('users')
    .select(['user_id', 'nickname'])
    .where('user_id', 'in', [...userIds])
    .execute()
  return new Map(users.map((user) => [user.user_id, user.nickname]))
}

/** Rooms that are live and count more, or less, than they were told: orders leave the room's row alone. */
export const hasNewCounts = (now: EpochMs) => sql<boolean>`(
  exists (
    select from orders o
    where o.merchant_id = rooms.merchant_id and o.room_id = rooms.room_id and o.paid_at > rooms.pulse_sent_at)
  or exists (
    select from flash_sales f
    join skus s on s.merchant_id = f.merchant_id and s.sku_id = f.sku_id
    join shelf_items i on i.merchant_id = s.merchant_id and i.product_id = s.product_id
    where i.merchant_id = rooms.merchant_id and i.room_id = rooms.room_id
      and f.starts_at <= ${now} and f.ends_at > ${now}))`
