import type { contracts } from '@/contracts'
import { senderOf } from '@/domain/chat-message'
import { merchantOf, type RoomId } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import { loadRoom } from '../_kernel/live/load-rooms'
import type { Implementation, ViewerContext } from '../_kernel/operation'

/** Open reports of one person to one shop. */
const MOST_OPEN = 20

/** The show may be reported, so nothing is asked about the message but whose it is: it may be gone already. */
export const report: Implementation<typeof contracts.chat>['report'] = async (
  context,
  { roomId, messageId, reason, note },
) => {
  const { db, clock, ids, viewer } = context
  const room = await loadRoom(context, roomId)
  if (!room) return err({ code: 'room-not-found' })
  if ((await countOpen(context, roomId)) >= MOST_OPEN) return err({ code: 'report-limit' })
  const reportId = ids.make('report', room.merchantId)
  await db
    .insertInto('reports')
    .values({
      merchant_id: room.merchantId,
      report_id: reportId,
      room_id: roomId,
      reporter_id: viewer.userId,
      accused_id: messageId === undefined ? null : senderOf(messageId),
      message_id: messageId ?? null,
      reason,
      note: note ?? '',
      reported_at: clock.now(),
      settled_at: null,
    })
    .execute()
  return ok({ reportId })
}

async function countOpen({ db, viewer }: ViewerContext, roomId: RoomId): Promise<number> {
  const { open } = await db
    .selectFrom('reports')
    .select((row) => row.fn.countAll<number>().as('open'))
    .where('merchant_id', '=', merchantOf(roomId))
    .where('reporter_id', '=', viewer.userId)
    .where('settled_at', 'is', null)
    .executeTakeFirstOrThrow()
  return open
}
