import { sql } from 'kysely'
import { type CouponId, merchantOf, type RoomId } from '@/domain/ids'
import type { RoomNotice } from '@/contracts/room-notice'
import type { Asks, RoomPulse } from '@/domain/room'
import { SECOND } from '@/domain/time'
import type { Context } from '../operation'
import { loadNewestSeq } from '../room-log'
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

/** The true counters, as they are now. The room must be there. */
export async function loadPulse({ db, clock }: Context, roomId: RoomId): Promise<RoomPulse> {
  const { newcomers, ...pulse } = await db
    .selectFrom('rooms')
    .select([
      'rooms.likes',
      viewersOfRoom(clock.now()).as('viewers'),
      asksOfRoom.as('asks'),
      leftJson(clock.now()).as('left'),
      boughtInRoom(clock.now()).as('bought'),
      newcomersOfRoom(clock.now()).as('newcomers'),
    ])
    .where('rooms.merchant_id', '=', merchantOf(roomId))
    .where('rooms.room_id', '=', roomId)
    .executeTakeFirstOrThrow()
  return { ...pulse, came: await nicknamesOf({ db }, newcomers) }
}

/** Notes that the counters are not what was last broadcast, and broadcasts them if it is time. */
export async function changeCounters(context: Context, roomId: RoomId, likes = 0): Promise<void> {
  await context.db
    .updateTable('rooms')
    .set((room) => ({ likes: room('likes', '+', likes), pulse_is_stale: true }))
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .execute()
  context.afterCommit((after) => broadcastPulse(after, roomId))
}

/** A pulse that is lost is not sent again: the next one says more. */
async function broadcastPulse(context: Context, roomId: RoomId): Promise<void> {
  const { db, clock, chat, log } = context
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
  if (!claimed) return
  // Counted after the claim, which may have waited for somebody's change to commit without seeing it.
  const pulse = await loadPulse(context, roomId)
  const newest = (await loadNewestSeq(context, roomId)) ?? 0
  const notice: RoomNotice = { v: 1, kind: 'pulse', roomId, pulse, newest }
  try {
    await chat.notify(roomId, JSON.stringify(notice))
  } catch (cause) {
    log.warn('pulse-failed', { roomId, cause })
  }
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

/** Rooms whose counters changed too soon after the last broadcast. */
export async function broadcastStalePulses(context: Context): Promise<void> {
  await noteOrders(context)
  const rooms = await context.db
    .selectFrom('rooms')
    .select('room_id')
    .where('pulse_is_stale', '=', true)
    .where('pulse_sent_at', '<=', context.clock.now() - PULSE_EVERY_MS)
    .execute()
  for (const { room_id: roomId } of rooms) await broadcastPulse(context, roomId)
}
