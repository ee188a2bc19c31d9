import { sql } from 'kysely'
import { merchantOf, type RoomId } from '@/domain/ids'
import type { RoomNotice } from '@/contracts/room-notice'
import type { Asks, RoomPulse } from '@/domain/room'
import { SECOND } from '@/domain/time'
import type { Context } from '../operation'
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
export function loadPulse({ db, clock }: Context, roomId: RoomId): Promise<RoomPulse> {
  return db
    .selectFrom('rooms')
    .select(['rooms.likes', viewersOfRoom(clock.now()).as('viewers'), asksOfRoom.as('asks')])
    .where('rooms.merchant_id', '=', merchantOf(roomId))
    .where('rooms.room_id', '=', roomId)
    .executeTakeFirstOrThrow()
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
  const notice: RoomNotice = { v: 1, kind: 'pulse', roomId, pulse: await loadPulse(context, roomId) }
  try {
    await chat.notify(roomId, JSON.stringify(notice))
  } catch (cause) {
    log.warn('pulse-failed', { roomId, cause })
  }
}

/** Rooms whose counters changed too soon after the last broadcast. */
export async function broadcastStalePulses(context: Context): Promise<void> {
  const rooms = await context.db
    .selectFrom('rooms')
    .select('room_id')
    .where('pulse_is_stale', '=', true)
    .where('pulse_sent_at', '<=', context.clock.now() - PULSE_EVERY_MS)
    .execute()
  for (const { room_id: roomId } of rooms) await broadcastPulse(context, roomId)
}
