import type { contracts } from '@/contracts'
import type { ShopDraw } from '@/contracts/merchant/draws'
import type { DeliverTo } from '@/contracts/schemas'
import { type DrawId, merchantOf, type RoomId, type UserId } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import type { Context, Implementation } from '../_kernel/operation'
import { loadNewestSeq } from '../_kernel/room-log'
import { type DrawRow, presentDraw } from './find-draw'

const AT_MOST = 20

export const list: Implementation<typeof contracts.draws>['list'] = async (context, { roomId }) => {
  if ((await loadNewestSeq(context, roomId)) === null) return err({ code: 'room-not-found' })
  const rows = await listRows(context, roomId)
  const draws = await Promise.all(rows.map(({ entrants, ...row }) => present(context, row, entrants ?? 0)))
  return ok({ draws })
}

const listRows = ({ db }: Context, roomId: RoomId) =>
  db
    .selectFrom('draws')
    .selectAll('draws')
    .select((row) =>
      row
        .selectFrom('draw_entries as e')
        .select((entries) => entries.fn.countAll<number>().as('entrants'))
        .whereRef('e.merchant_id', '=', 'draws.merchant_id')
        .whereRef('e.draw_id', '=', 'draws.draw_id')
        .as('entrants'),
    )
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .orderBy('opened_at', 'desc')
    .orderBy('draw_id', 'desc')
    .limit(AT_MOST)
    .execute()

async function present(context: Context, row: DrawRow, entrants: number): Promise<ShopDraw> {
  const draw = presentDraw(row)
  const winners = draw.result?.winners ?? []
  const homes = await loadHomes(
    context,
    row.draw_id,
    winners.map(({ userId }) => userId),
  )
  return {
    draw: { ...draw, result: draw.result && { ...draw.result, winners: [...winners] } },
    status: row.status,
    entrants,
    prizes: winners.map(({ userId, name }) => ({ userId, name, deliverTo: homes.get(userId) ?? null })),
  }
}

/** Where winners want their prizes, of those who have said it. */
async function loadHomes(
  { db }: Context,
  drawId: DrawId,
  winners: readonly UserId[],
): Promise<ReadonlyMap<UserId, DeliverTo>> {
  if (winners.length === 0) return new Map()
  const rows = await db
    .selectFrom('draw_entries')
    .select(['user_id', 'deliver_to'])
    .where('merchant_id', '=', merchantOf(drawId))
    .where('draw_id', '=', drawId)
    .where('user_id', 'in', [...winners])
    .where('deliver_to', 'is not', null)
    .execute()
  return new Map(rows.flatMap((row) => (row.deliver_to ? [[row.user_id, row.deliver_to] as const] : [])))
}
