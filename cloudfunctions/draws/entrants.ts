import type { contracts } from '@/contracts'
import { merchantOf } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import type { Implementation } from '../_kernel/operation'
import { selectDraw } from './find-draw'

const PAGE = 2_000

export const entrants: Implementation<typeof contracts.draws>['entrants'] = async (
  { db },
  { drawId, after },
) => {
  const draw = await selectDraw(db, drawId).executeTakeFirst()
  if (!draw || draw.status === 'cancelled') return err({ code: 'draw-not-found' })
  if (draw.status === 'open') return err({ code: 'draw-open' })
  const ofDraw = db
    .selectFrom('draw_entries')
    .select('user_id')
    .where('merchant_id', '=', merchantOf(drawId))
    .where('draw_id', '=', drawId)
  const rows = await (after === undefined ? ofDraw : ofDraw.where('user_id', '>', after))
    .orderBy('user_id')
    .limit(PAGE)
    .execute()
  const page = rows.map((row) => row.user_id)
  return ok({ entrants: page, next: page.length < PAGE ? null : (page[PAGE - 1] ?? null) })
}
