import type { contracts } from '@/contracts'
import { err, ok } from '@/domain/result'
import type { Implementation } from '../_kernel/operation'
import { selectDraw } from './find-draw'
import { findPerson, loadStanding } from './load-standing'

export const standing: Implementation<typeof contracts.draws>['standing'] = async (context, { drawId }) => {
  const draw = await selectDraw(context.db, drawId).executeTakeFirst()
  if (!draw) return err({ code: 'draw-not-found' })
  return ok(await loadStanding(context, draw, await findPerson(context)))
}
