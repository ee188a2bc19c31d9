import { recompute } from '@/domain/draw'
import { type DrawId, isId, merchantOf, type UserId } from '@/domain/ids'
import type { DrawResult } from '@/domain/room-offers'
import type { JobHandler } from '../_kernel/jobs'
import type { Context } from '../_kernel/operation'
import { appendRoomEvent } from '../_kernel/room-log'
import { inTransaction } from '../_kernel/transaction'
import { type DrawRow, selectDraw } from './find-draw'
import { sha256 } from './sha256'

/** Draws when the time is over, once: whoever waited for the row finds it drawn. */
export const drawWinners: JobHandler = (context, subject) =>
  inTransaction(context, async (inside): Promise<'done'> => {
    if (!isId('draw', subject)) throw new Error(`No draw: ${subject}`)
    const draw = await selectDraw(inside.db, subject).forUpdate().executeTakeFirst()
    if (draw?.status !== 'open') return 'done'
    const result = await resultOf(inside, draw)
    await inside.db
      .updateTable('draws')
      .set({ status: 'drawn', result: JSON.stringify(result) })
      .where('merchant_id', '=', merchantOf(subject))
      .where('draw_id', '=', subject)
      .execute()
    await appendRoomEvent(inside, draw.room_id, { type: 'draw-drawn', drawId: subject, result })
    return 'done'
  })

async function resultOf(context: Context, { draw_id, secret, winners }: DrawRow): Promise<DrawResult> {
  const entrants = await listEntrants(context, draw_id)
  const drawn = recompute({ secret, entrants, winners }, sha256)
  const names = await namesOf(context, drawn.winners)
  return {
    secret,
    entrants: entrants.length,
    entrantsHash: drawn.entrantsHash,
    winners: drawn.winners.map((userId) => ({ userId, name: names.get(userId) ?? '' })),
  }
}

async function listEntrants({ db }: Context, drawId: DrawId): Promise<readonly UserId[]> {
  const rows = await db
    .selectFrom('draw_entries')
    .select('user_id')
    .where('merchant_id', '=', merchantOf(drawId))
    .where('draw_id', '=', drawId)
    .execute()
  return rows.map((row) => row.user_id)
}

async function namesOf({ db }: Context, ids: readonly UserId[]): Promise<ReadonlyMap<UserId, string>> {
  if (ids.length === 0) return new Map()
  const users = await db
    .selectFrom('users')
    .select(['user_id', 'nickname'])
    .where('user_id', 'in', [...ids])
    .execute()
  return new Map(users.map((user) => [user.user_id, user.nickname]))
}
