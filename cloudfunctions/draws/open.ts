import type { contracts, Input } from '@/contracts'
import { merchantOf } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import { MINUTE } from '@/domain/time'
import { leaveJob } from '../_kernel/leave-job'
import { lockRoom } from '../_kernel/live/lock-room'
import type { Context, Implementation } from '../_kernel/operation'
import { appendRoomEvent } from '../_kernel/room-log'
import { type DrawRow, presentDraw } from './find-draw'
import { sha256 } from './sha256'

/** The secret is made here and told nobody; the event that opens the draw already fixes it by its hash. */
export const open: Implementation<typeof contracts.draws>['open'] = async (context, wish) => {
  const { roomId } = wish
  const room = await lockRoom(context, roomId)
  if (!room) return err({ code: 'room-not-found' })
  if (room.status !== 'live') return err({ code: 'room-not-live' })
  const before = await context.db
    .selectFrom('draws')
    .select('draw_id')
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .where('status', '=', 'open')
    .executeTakeFirst()
  if (before) return err({ code: 'draw-open' })
  const draw = presentDraw(await write(context, wish))
  await appendRoomEvent(context, roomId, { type: 'draw-opened', draw })
  return ok({ draw })
}

async function write(
  context: Context,
  { roomId, prize, winners, minutes, phrase }: Input<'draws', 'open'>,
): Promise<DrawRow> {
  const merchantId = merchantOf(roomId)
  const secret = context.ids.makeSecret()
  const now = context.clock.now()
  const row = {
    merchant_id: merchantId,
    draw_id: context.ids.make('draw', merchantId),
    room_id: roomId,
    prize,
    winners,
    phrase: phrase ?? null,
    secret,
    commitment: sha256(secret),
    opened_at: now,
    closes_at: now + minutes * MINUTE,
    status: 'open',
    result: null,
  } as const
  await context.db.insertInto('draws').values(row).execute()
  await leaveJob(context, { merchantId, kind: 'draw-winners', subject: row.draw_id, dueAt: row.closes_at })
  return row
}
