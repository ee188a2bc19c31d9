import { sql } from 'kysely'
import type { RoomCard } from '@/contracts/rooms'
import type { Frozen } from '@/contracts/schemas'
import { merchantOf, type RoomId } from '@/domain/ids'
import type { Product, ShelfProduct } from '@/domain/product'
import type { Room, RoomState, Staff } from '@/domain/room'
import type { EpochMs } from '@/domain/time'
import type { Context } from '../operation'
import { productJson, shelfJson } from './load-products'
import { offersJson } from './offers-json'
import { hasReplay } from './recording'
import { talkJson } from './talk-json'
import { viewersOfRoom } from './viewers-of-room'

const CARD_PRODUCTS = 3

export const selectRooms = (db: Context['db']) =>
  db
    .selectFrom('rooms')
    .innerJoin('merchants', 'merchants.merchant_id', 'rooms.merchant_id')
    .select([
      'rooms.room_id as id',
      'rooms.merchant_id as merchantId',
      'merchants.name as merchantName',
      'merchants.logo_url as merchantLogoUrl',
      'rooms.title',
      'rooms.cover_url as coverUrl',
      'rooms.status',
      'rooms.picture',
      'rooms.starts_at as startsAt',
    ])

export const selectRoom = (db: Context['db'], roomId: RoomId) =>
  selectRooms(db).where('rooms.merchant_id', '=', merchantOf(roomId)).where('rooms.room_id', '=', roomId)

export async function loadRoom({ db }: Pick<Context, 'db'>, roomId: RoomId): Promise<Room | null> {
  return (await selectRoom(db, roomId).executeTakeFirst()) ?? null
}

const shelfProductJson = sql<ShelfProduct>`(
  ${productJson}::jsonb || jsonb_build_object('position', item.position))`

/**
 * Everything that is true in a room. One statement, so that the number never runs ahead of the state it stands for:
 * a viewer would take an event that is missing in the state for one that has been seen.
 */
export async function loadRoomState(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  roomId: RoomId,
): Promise<RoomState | null> {
  const row = await selectRoom(db, roomId)
    .select([
      'rooms.explaining',
      'rooms.last_seq',
      shelfJson(shelfProductJson, null).as('shelf'),
      offersJson(clock.now()).as('offers'),
      talkJson.as('talk'),
      staffJson.as('staff'),
    ])
    .executeTakeFirst()
  if (!row) return null
  const { explaining, last_seq: seq, shelf, offers, talk, staff, ...room } = row
  return { room, shelf, explaining, offers, talk, staff, seq }
}

const staffJson = sql<readonly Staff[]>`(
  select coalesce(json_agg(json_build_object('userId', s.user_id, 'role', s.role) order by s.user_id), '[]')
  from members s where s.merchant_id = rooms.merchant_id)`

/** Rooms as cards for a list, to be narrowed and ordered by the caller. */
export const selectRoomCards = (db: Context['db'], now: EpochMs) =>
  selectRooms(db).select([
    'rooms.likes',
    viewersOfRoom(now).as('viewers'),
    hasReplay(now).as('hasReplay'),
    shelfJson<Product>(productJson, CARD_PRODUCTS).as('products'),
  ])

type RoomCardRow = Awaited<ReturnType<ReturnType<typeof selectRoomCards>['executeTakeFirstOrThrow']>>

export function presentRoomCard(row: RoomCardRow): Frozen<RoomCard> {
  const { viewers, likes, products, hasReplay, ...room } = row
  return { room, viewers, likes, products, hasReplay }
}
