import { sql } from 'kysely'
import type { contracts } from '@/contracts'
import { merchantOf, type RoomId } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import type { Room } from '@/domain/room'
import { selectRooms } from '../_kernel/live/load-rooms'
import { hasReplay } from '../_kernel/live/recording'
import type { Context, Implementation } from '../_kernel/operation'

export const summary: Implementation<typeof contracts.rooms>['summary'] = async (context, { roomId }) => {
  const serverTime = context.clock.now()
  const row = await context.db
    .selectFrom('rooms')
    .select([
      'likes',
      'started_at as startedAt',
      'ended_at as endedAt',
      hasReplay(serverTime).as('hasReplay'),
      visitors.as('watched'),
    ])
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .executeTakeFirst()
  if (!row) return err({ code: 'room-not-found' })
  const { startedAt, endedAt, ...counted } = row
  return ok({
    ...counted,
    durationMs: startedAt === null ? 0 : (endedAt ?? serverTime) - startedAt,
    next: await findNext(context, roomId),
    serverTime,
  })
}

/** Who works for the shop is not an audience. */
const visitors = sql<number>`(
  select count(*) from room_visits
  where room_visits.merchant_id = rooms.merchant_id and room_visits.room_id = rooms.room_id
    and not exists (
      select from members
      where members.merchant_id = rooms.merchant_id and members.user_id = room_visits.user_id))`

/** What the shop shows now, or else what it shows next. */
async function findNext({ db }: Context, roomId: RoomId): Promise<Room | null> {
  const room = await selectRooms(db)
    .where('rooms.merchant_id', '=', merchantOf(roomId))
    .where('rooms.room_id', '<>', roomId)
    .where('rooms.status', 'in', ['live', 'upcoming'])
    .orderBy((order) => order('rooms.status', '=', 'upcoming'))
    .orderBy('rooms.starts_at')
    .orderBy('rooms.room_id')
    .limit(1)
    .executeTakeFirst()
  return room ?? null
}
