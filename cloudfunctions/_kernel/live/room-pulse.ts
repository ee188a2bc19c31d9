import { merchantOf, type RoomId } from '@/domain/ids'
import type { RoomNotice } from '@/contracts/room-notice'
import type { RoomPulse } from '@/domain/room'
import { SECOND } from '@/domain/time'
import type { Context } from '../operation'
import { viewersOfRoom } from './viewers-of-room'

/** However many tap the heart, a room hears of it this often. */
const PULSE_EVERY_MS = 3 * SECOND

/** The true counters, as they are now. The room must be there. */
export function loadPulse({ db, clock }: Context, roomId: RoomId): Promise<RoomPulse> {
  return db
    .selectFrom('rooms')
    .select(['rooms.likes', viewersOfRoom(clock.now()).as('viewers')])
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
async function broadcastPulse({ db, clock, chat, log }: Context, roomId: RoomId): Promise<void> {
  const now = clock.now()
  const claimed = await db
    .updateTable('rooms')
    .set({ pulse_is_stale: false, pulse_sent_at: now })
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .where('pulse_is_stale', '=', true)
    .where('pulse_sent_at', '<=', now - PULSE_EVERY_MS)
    .returning(['rooms.likes', viewersOfRoom(now).as('viewers')])
    .executeTakeFirst()
  if (!claimed) return
  const notice: RoomNotice = { v: 1, kind: 'pulse', roomId, pulse: claimed }
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
