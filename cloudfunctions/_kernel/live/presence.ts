import { merchantOf, type RoomId } from '@/domain/ids'
import type { Context, ViewerContext } from '../operation'
import { inTransaction } from '../transaction'
import { changeCounters } from './room-pulse'
import { PRESENT_FOR_MS } from './viewers-of-room'

/** Notes that the viewer is here, and how often they liked since the last time. The room must be there. */
export async function markPresent(context: ViewerContext, roomId: RoomId, likes = 0): Promise<void> {
  await inTransaction(context, async (inside) => {
    const wasHere = await seeViewer(inside, roomId)
    // The room's row is hot while orders come in: it is left alone when no counter changes.
    if (!wasHere || likes > 0) await changeCounters(inside, roomId, likes)
  })
}

async function seeViewer({ db, clock, viewer }: ViewerContext, roomId: RoomId): Promise<boolean> {
  const now = clock.now()
  const seen = await db
    .with('before', (before) =>
      before
        .selectFrom('presence')
        .select('seen_at')
        .where('merchant_id', '=', merchantOf(roomId))
        .where('room_id', '=', roomId)
        .where('user_id', '=', viewer.userId),
    )
    .with('visit', (visit) =>
      visit
        .insertInto('room_visits')
        .columns(['merchant_id', 'room_id', 'user_id', 'came_at'])
        .expression((from) =>
          from
            .selectFrom('rooms')
            .select((room) => [
              'rooms.merchant_id',
              'rooms.room_id',
              room.val(viewer.userId).as('user_id'),
              room.val(now).as('came_at'),
            ])
            .where('rooms.merchant_id', '=', merchantOf(roomId))
            .where('rooms.room_id', '=', roomId)
            .where('rooms.status', '=', 'live'),
        )
        .onConflict((conflict) => conflict.doNothing()),
    )
    .insertInto('presence')
    .values({ merchant_id: merchantOf(roomId), room_id: roomId, user_id: viewer.userId, seen_at: now })
    .onConflict((conflict) =>
      conflict.columns(['merchant_id', 'room_id', 'user_id']).doUpdateSet({ seen_at: now }),
    )
    .returning((row) => row.selectFrom('before').select('before.seen_at').as('before'))
    .executeTakeFirstOrThrow()
  return seen.before !== null && seen.before > now - PRESENT_FOR_MS
}

export async function markGone(context: ViewerContext, roomId: RoomId): Promise<void> {
  await inTransaction(context, async (inside) => {
    const gone = await inside.db
      .deleteFrom('presence')
      .where('merchant_id', '=', merchantOf(roomId))
      .where('room_id', '=', roomId)
      .where('user_id', '=', inside.viewer.userId)
      .executeTakeFirst()
    if (gone.numDeletedRows > 0n) await changeCounters(inside, roomId)
  })
}

/** Lets go of viewers who left without a word. */
export async function expirePresence(context: Context): Promise<void> {
  await inTransaction(context, async (inside) => {
    const gone = await inside.db
      .deleteFrom('presence')
      .where('seen_at', '<=', inside.clock.now() - PRESENT_FOR_MS)
      .returning('room_id')
      .execute()
    for (const roomId of [...new Set(gone.map((row) => row.room_id))].sort())
      await changeCounters(inside, roomId)
  })
}
