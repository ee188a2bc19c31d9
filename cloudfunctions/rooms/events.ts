import type { contracts } from '@/contracts'
import { merchantOf } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import type { Implementation } from '../_kernel/operation'
import { loadNewestSeq, readEvent } from '../_kernel/room-log'

const PAGE = 200

export const events: Implementation<typeof contracts.rooms>['events'] = async (
  context,
  { roomId, since },
) => {
  const newest = await loadNewestSeq(context, roomId)
  if (newest === null) return err({ code: 'room-not-found' })
  const rows = await context.db
    .selectFrom('room_events')
    .select(['seq', 'at', 'body'])
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .where('seq', '>', since)
    .orderBy('seq')
    .limit(PAGE)
    .execute()
  return ok({ events: rows.map(readEvent), newest: Math.max(newest, rows.at(-1)?.seq ?? 0) })
}
