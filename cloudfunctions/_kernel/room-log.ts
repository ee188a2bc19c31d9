import type { RoomNotice } from '@/contracts/room-notice'
import { merchantOf, type MerchantId, type ProductId, type RoomId } from '@/domain/ids'
import type { RoomEvent, RoomEventBody } from '@/domain/room'
import { SECOND, type EpochMs } from '@/domain/time'
import { namedStatement, type Step } from './database/statement'
import type { Context } from './operation'

/**
 * Writes what happened into the room's log, in the caller's transaction, and has everybody told after the commit.
 * Lock it last: after orders, payments and stock rows.
 */
export async function appendRoomEvent(
  context: Context,
  roomId: RoomId,
  body: RoomEventBody,
): Promise<RoomEvent> {
  if (!context.db.isTransaction) throw new Error('A room event is written together with what it tells')
  const event = await writeEvent(context, roomId, body)
  context.afterCommit((after) => relayRoomEvents(after, roomId))
  return event
}

/** The room's row gives the number and stays locked until the commit: numbers have no gaps and commit in order. */
async function writeEvent({ db, clock }: Context, roomId: RoomId, body: RoomEventBody): Promise<RoomEvent> {
  const mine = { merchant_id: merchantOf(roomId), room_id: roomId }
  const room = await db
    .updateTable('rooms')
    .set((rooms) => ({ last_seq: rooms('last_seq', '+', 1) }))
    .where('merchant_id', '=', mine.merchant_id)
    .where('room_id', '=', roomId)
    .returning('last_seq')
    .executeTakeFirst()
  if (!room) throw new Error(`No room ${roomId}`)
  const event = { ...body, seq: room.last_seq, at: clock.now() }
  await db
    .insertInto('room_events')
    .values({
      ...mine,
      seq: event.seq,
      at: event.at,
      type: body.type,
      body: JSON.stringify(body),
      sent_at: null,
    })
    .execute()
  return event
}

const NEWS_TYPES = { merchant: 'text', news: 'text', at: 'bigint' } as const
/** Rooms are locked by their ids, so that no two who tell the same rooms wait for each other. */
const TELL = namedStatement<readonly RoomId[], keyof typeof NEWS_TYPES>(
  { name: 'tell-rooms', types: NEWS_TYPES },
  `with news as materialized (
    select item ->> 'productId' as product_id, item -> 'body' as body, nth
    from json_array_elements(:news::json) with ordinality as n (item, nth)),
  shown as materialized (
    select i.room_id, n.body, n.nth from news n
    join shelf_items i on i.merchant_id = :merchant and i.product_id = n.product_id),
  held as materialized (
    select room_id, last_seq from rooms
    where merchant_id = :merchant and room_id = any(array(select room_id from shown)) and status <> 'ended'
    order by room_id for update),
  told as (
    insert into room_events (merchant_id, room_id, seq, at, type, body, sent_at)
    select :merchant, h.room_id, h.last_seq + row_number() over (partition by h.room_id order by s.nth), :at,
      s.body ->> 'type', s.body::jsonb, null
    from held h join shown s on s.room_id = h.room_id
    returning room_id),
  counted as (
    update rooms r set last_seq = h.last_seq + n.added
    from held h join (select room_id, count(*) as added from told group by room_id) n on n.room_id = h.room_id
    where r.merchant_id = :merchant and r.room_id = h.room_id)
  select coalesce(json_agg(room_id), '[]') from held`,
)

/**
 * Writes what happened to products into the log of every room that shows them and is not over, in one step; it answers
 * with those rooms. Whoever takes it has the rooms' notices sent once it is committed.
 */
export const tellRooms = ({
  merchantId,
  news,
  at,
}: {
  readonly merchantId: MerchantId
  readonly news: readonly { readonly productId: ProductId; readonly body: RoomEventBody }[]
  readonly at: EpochMs
}): Step<readonly RoomId[]> => TELL({ merchant: merchantId, news: JSON.stringify(news), at })

/** Number of the room's newest event, 0 before the first; null when there is no such room. */
export async function loadNewestSeq({ db }: Context, roomId: RoomId): Promise<number | null> {
  const room = await db
    .selectFrom('rooms')
    .select('last_seq')
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .executeTakeFirst()
  return room?.last_seq ?? null
}

const CLAIM_MS = 10 * SECOND
const BATCH = 100

/**
 * Sends what has not been told yet, in the order of the numbers. Events are claimed before they are sent, so that two
 * instances do not send one twice; a claim that ends unsent (a crash, a silent vendor) is taken up by the next tick.
 * A notice lost on the way is no harm: viewers find the gap by its number and ask for what is missing.
 */
export async function relayRoomEvents(context: Context, roomId: RoomId): Promise<void> {
  const events = await claimUnsent(context, roomId)
  try {
    for (const event of events) await send(context, roomId, event)
  } catch (cause) {
    context.log.warn('relay-failed', { roomId, cause })
  }
}

async function claimUnsent({ db, clock }: Context, roomId: RoomId): Promise<readonly RoomEvent[]> {
  const now = clock.now()
  const rows = await db
    .with('unsent', (unsent) =>
      unsent
        .selectFrom('room_events')
        .select(['merchant_id', 'room_id', 'seq'])
        .where('merchant_id', '=', merchantOf(roomId))
        .where('room_id', '=', roomId)
        .where('sent_at', 'is', null)
        .where('claimed_until', '<=', now)
        .orderBy('seq')
        .limit(BATCH)
        .forUpdate()
        .skipLocked(),
    )
    .updateTable('room_events')
    .from('unsent')
    .whereRef('room_events.merchant_id', '=', 'unsent.merchant_id')
    .whereRef('room_events.room_id', '=', 'unsent.room_id')
    .whereRef('room_events.seq', '=', 'unsent.seq')
    .set({ claimed_until: now + CLAIM_MS })
    .returning(['room_events.seq', 'room_events.at', 'room_events.body'])
    .execute()
  return rows.map(readEvent).sort((a, b) => a.seq - b.seq)
}

async function send({ db, clock, chat }: Context, roomId: RoomId, event: RoomEvent): Promise<void> {
  const notice: RoomNotice = { v: 1, kind: 'event', roomId, event }
  await chat.notify(roomId, JSON.stringify(notice))
  await db
    .updateTable('room_events')
    .set({ sent_at: clock.now() })
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .where('seq', '=', event.seq)
    .execute()
}

/** Rooms with events whose sending failed or was never begun. */
export async function relayForgottenEvents(context: Context): Promise<void> {
  const rooms = await context.db
    .selectFrom('room_events')
    .select('room_id')
    .distinct()
    .where('sent_at', 'is', null)
    .where('claimed_until', '<=', context.clock.now())
    .execute()
  for (const { room_id: roomId } of rooms) await relayRoomEvents(context, roomId)
}

/** Events are written by this file only, in the shape of their type. */
export const readEvent = (row: {
  readonly seq: number
  readonly at: EpochMs
  readonly body: object
}): RoomEvent => ({
  ...(row.body as RoomEventBody),
  seq: row.seq,
  at: row.at,
})
