import { sql } from 'kysely'
import { type CouponId, merchantOf, type RoomId } from '@/domain/ids'
import type { RoomNotice } from '@/contracts/room-notice'
import type { Asks, RoomPulse } from '@/domain/room'
import { SECOND } from '@/domain/time'
import type { Context } from '../operation'
import { leftJson } from './offers-json'
import { boughtInRoom, hasNewCounts, newcomersOfRoom, nicknamesOf } from './recent'
import { viewersOfRoom } from './viewers-of-room'

/** However many tap the heart, a room hears of it this often. */
const PULSE_EVERY_MS = 3 * SECOND

/** A notice has room for so many; beyond them nobody sees who is asked for less. */
const MOST_ASKED = 150

/** What people in the room of the row named `rooms` ask to have explained. */
const asksOfRoom = sql<Asks>`(
  select coalesce(json_object_agg(asked.product_id, asked.asks), '{}')
  from (
    select item.product_id, item.asks
    from shelf_items item
    where item.merchant_id = rooms.merchant_id and item.room_id = rooms.room_id and item.asks > 0
    order by item.asks desc, item.position
    limit ${MOST_ASKED}
  ) asked)`

interface CountedRoom {
  readonly roomId: RoomId
  readonly pulse: RoomPulse
  /** Number of the room's newest event. */
  readonly newest: number
}

/** The true counters of the rooms that are there, as they are now. */
async function countRooms(
  { db, clock }: Context,
  roomIds: readonly RoomId[],
): Promise<readonly CountedRoom[]> {
  const rows = await db
    .selectFrom('rooms')
    .select([
      'rooms.room_id',
      'rooms.last_seq',
      'rooms.likes',
      viewersOfRoom(clock.now()).as('viewers'),
      asksOfRoom.as('asks'),
      leftJson(clock.now()).as('left'),
      boughtInRoom(clock.now()).as('bought'),
      newcomersOfRoom(clock.now()).as('newcomers'),
    ])
    .where((room) =>
      room(
        room.refTuple('rooms.merchant_id', 'rooms.room_id'),
        'in',
        roomIds.map((roomId) => room.tuple(merchantOf(roomId), roomId)),
      ),
    )
    .execute()
  const names = await nicknamesOf(
    { db },
    rows.flatMap(({ newcomers }) => newcomers),
  )
  return rows.map(({ room_id: roomId, last_seq: newest, newcomers, ...counted }) => ({
    roomId,
    newest,
    pulse: { ...counted, came: newcomers.flatMap((userId) => names.get(userId) || []) },
  }))
}

/** The room must be there. */
export async function loadPulse(context: Context, roomId: RoomId): Promise<RoomPulse> {
  const [room] = await countRooms(context, [roomId])
  if (!room) throw new Error(`No room ${roomId}`)
  return room.pulse
}

/** Notes that the counters are not what was last broadcast, and broadcasts them if it is time. */
export async function changeCounters(context: Context, roomId: RoomId, likes = 0): Promise<void> {
  await context.db
    .updateTable('rooms')
    .set((room) => ({ likes: room('likes', '+', likes), pulse_is_stale: true }))
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .execute()
  context.afterCommit((after) => broadcastIfDue(after, roomId))
}

async function broadcastIfDue(context: Context, roomId: RoomId): Promise<void> {
  const { db, clock } = context
  const now = clock.now()
  const claimed = await db
    .updateTable('rooms')
    .set({ pulse_is_stale: false, pulse_sent_at: now })
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .where('pulse_is_stale', '=', true)
    .where('pulse_sent_at', '<=', now - PULSE_EVERY_MS)
    .returning('room_id')
    .executeTakeFirst()
  if (claimed) await broadcastPulses(context, [roomId])
}

/**
 * Counted after the claim, which may have waited for somebody's change to commit without seeing it. A pulse that is
 * lost is not sent again: the next one says more.
 */
async function broadcastPulses(context: Context, claimed: readonly RoomId[]): Promise<void> {
  const rooms = await countRooms(context, claimed)
  await Promise.all(
    rooms.map(async ({ roomId, pulse, newest }) => {
      const notice: RoomNotice = { v: 1, kind: 'pulse', roomId, pulse, newest }
      try {
        await context.chat.notify(roomId, JSON.stringify(notice))
      } catch (cause) {
        context.log.warn('pulse-failed', { roomId, cause })
      }
    }),
  )
}

/**
 * Notes that fewer are left of a coupon in the rooms that offer it. A crowd claims at once: whoever finds the room noted
 * leaves its row alone.
 */
export async function noteClaims({ db }: Context, couponId: CouponId): Promise<void> {
  await db
    .updateTable('rooms')
    .set({ pulse_is_stale: true })
    .where('merchant_id', '=', merchantOf(couponId))
    .where('pulse_is_stale', '=', false)
    .where('status', '=', 'live')
    .where('room_id', 'in', (handedOut) =>
      handedOut
        .selectFrom('room_coupons')
        .select('room_id')
        .where('merchant_id', '=', merchantOf(couponId))
        .where('coupon_id', '=', couponId),
    )
    .execute()
}

/** Orders leave a room's row alone; in every tick it is looked whether they changed what a live room counts. */
async function noteOrders({ db, clock }: Context): Promise<void> {
  await db
    .updateTable('rooms')
    .set({ pulse_is_stale: true })
    .where('status', '=', 'live')
    .where('pulse_is_stale', '=', false)
    .where('pulse_sent_at', '<=', clock.now() - PULSE_EVERY_MS)
    .where(hasNewCounts(clock.now()))
    .execute()
}

/** As many are counted by one query and told side by side. */
const AT_ONCE = 50

/** Rooms whose counters changed too soon after the last broadcast. However many are live, each is told in its time. */
export async function broadcastStalePulses(context: Context): Promise<void> {
  await noteOrders(context)
  for (;;) {
    const claimed = await claimStale(context)
    if (claimed.length > 0) await broadcastPulses(context, claimed)
    if (claimed.length < AT_ONCE) return
  }
}

/** A room that is being changed is left to whoever changes it; those that another instance took are not taken twice. */
async function claimStale({ db, clock }: Context): Promise<readonly RoomId[]> {
  const now = clock.now()
  const claimed = await db
    .with('due', (due) =>
      due
        .selectFrom('rooms')
        .select(['merchant_id', 'room_id'])
        .where('pulse_is_stale', '=', true)
        .where('pulse_sent_at', '<=', now - PULSE_EVERY_MS)
        .orderBy('pulse_sent_at')
        .limit(AT_ONCE)
        .forUpdate()
        .skipLocked(),
    )
    .updateTable('rooms')
    .from('due')
    .whereRef('rooms.merchant_id', '=', 'due.merchant_id')
    .whereRef('rooms.room_id', '=', 'due.room_id')
    .set({ pulse_is_stale: false, pulse_sent_at: now })
    .returning('rooms.room_id')
    .execute()
  return claimed.map(({ room_id: roomId }) => roomId)
}
