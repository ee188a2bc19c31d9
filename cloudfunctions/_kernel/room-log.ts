import type { RoomNotice } from '@/contracts/room-notice'
import { merchantOf, type RoomId } from '@/domain/ids'
import type { RoomEvent, RoomEventBody } from '@/domain/room'
import { SECOND, type EpochMs } from '@/domain/time'
import type { Context } from './operation'

/**
 * Writes what happened into the room's log, in the caller's transaction, and has everybody told after the commit.
 * The room's row gives the number and stays locked until then, so numbers have no gaps and commit in their order.
 * Lock it last: after orders, payments and stock rows.
 */
export async function appendRoomEvent(
  context: Context,
  roomId: RoomId,
  body: RoomEventBody,
): Promise<RoomEvent> {
  if (!context.db.isTransaction) throw new Error('A room event is written together with what it tells')
  const merchantId = merchantOf(roomId)
  const { last_seq: seq } = await context.db
    .updateTable('rooms')
    .set((room) => ({ last_seq: room('last_seq', '+', 1) }))
    .where('merchant_id', '=', merchantId)
    .where('room_id', '=', roomId)
    .returning('last_seq')
    .executeTakeFirstOrThrow()
  const at = context.clock.now()
  await context.db
    .insertInto('room_events')
    .values({
      merchant_id: merchantId,
      room_id: roomId,
      seq,
      at,
      type: body.type,
      body: JSON.stringify(body),
      sent_at: null,
    })
    .execute()
  context.afterCommit((after) => relayRoomEvents(after, roomId))
  return { ...body, seq, at }
}

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
