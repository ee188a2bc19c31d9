import type { contracts } from '@/contracts'
import { ok } from '@/domain/result'
import type { Implementation } from '../_kernel/operation'

const AT_MOST = 200

/** Of all shops: it asks every shard. */
export const listReservations: Implementation<typeof contracts.rooms>['list-reservations'] = async ({
  db,
  viewer,
  subscribeMessages,
}) => {
  const rows = await db
    .selectFrom('reservations')
    .innerJoin('rooms', (join) =>
      join
        .onRef('rooms.merchant_id', '=', 'reservations.merchant_id')
        .onRef('rooms.room_id', '=', 'reservations.room_id'),
    )
    .select('reservations.room_id')
    .where('reservations.user_id', '=', viewer.userId)
    .where('rooms.status', '=', 'upcoming')
    .orderBy('rooms.starts_at')
    .orderBy('rooms.room_id')
    .limit(AT_MOST)
    .execute()
  return ok({ rooms: rows.map((row) => row.room_id), template: subscribeMessages[viewer.host].startTemplate })
}
