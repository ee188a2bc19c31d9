import type { contracts, Input } from '@/contracts'
import { merchantOf, type UserId } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import type { DeliverTo } from '@/contracts/schemas'
import type { Context, Implementation, ViewerContext } from '../_kernel/operation'
import { selectDraw } from './find-draw'
import { findEntry, findPerson, hasWon } from './load-standing'

type Prize = Input<'draws', 'claim-prize'>

/** Said again, it goes to the address that was said last. The shop keeps where to, not which of somebody's addresses. */
export const claimPrize: Implementation<typeof contracts.draws>['claim-prize'] = async (context, prize) => {
  const draw = await selectDraw(context.db, prize.drawId).executeTakeFirst()
  if (!draw) return err({ code: 'draw-not-found' })
  const deliverTo = await findAddress(context, prize)
  if (!deliverTo) return err({ code: 'address-not-found', field: 'addressId' })
  if (draw.status === 'open') return err({ code: 'draw-open' })
  const entry = await findEntry(context, draw, await findPerson(context))
  if (!entry || !hasWon(draw, entry)) return err({ code: 'forbidden' })
  await keep(context, prize, { userId: entry.user_id, deliverTo })
  return ok({ deliverTo })
}

const findAddress = ({ db, viewer }: ViewerContext, { addressId }: Prize): Promise<DeliverTo | undefined> =>
  db
    .selectFrom('addresses')
    .select(['name', 'phone', 'region', 'detail'])
    .where('user_id', '=', viewer.userId)
    .where('address_id', '=', addressId)
    .executeTakeFirst()

async function keep(
  { db }: Context,
  { drawId }: Prize,
  { userId, deliverTo }: { readonly userId: UserId; readonly deliverTo: DeliverTo },
): Promise<void> {
  await db
    .updateTable('draw_entries')
    .set({ deliver_to: JSON.stringify(deliverTo) })
    .where('merchant_id', '=', merchantOf(drawId))
    .where('draw_id', '=', drawId)
    .where('user_id', '=', userId)
    .execute()
}
