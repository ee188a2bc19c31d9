import type { contracts } from '@/contracts'
import { type DrawId, merchantOf, type PersonId, type RoomId } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import type { Implementation, Outcome, ViewerContext } from '../_kernel/operation'
import { inTransaction } from '../_kernel/transaction'
import { selectDraw } from './find-draw'
import { findPerson, hasSaidPhrase, loadStanding, type Standing } from './load-standing'

export const enter: Implementation<typeof contracts.draws>['enter'] = async (context, { drawId }) => {
  // A browser's guest is nobody in particular: one person would take part as often as they like.
  if (context.viewer.host === 'h5') return err({ code: 'forbidden' })
  const personId = await findPerson(context)
  if (!personId) return err({ code: 'unauthenticated' })
  return inTransaction(context, (inside) => enterOnce(inside, drawId, personId))
}

/** The draw's row is shared by all who enter, and drawing waits for them: nobody enters beside the list that is drawn from. */
async function enterOnce(
  context: ViewerContext,
  drawId: DrawId,
  personId: PersonId,
): Promise<Outcome<Standing>> {
  const draw = await selectDraw(context.db, drawId).forShare().executeTakeFirst()
  if (!draw) return err({ code: 'draw-not-found' })
  if (draw.status !== 'open' || context.clock.now() >= draw.closes_at) return err({ code: 'draw-over' })
  if (await isKeptOut(context, draw.room_id)) return err({ code: 'forbidden' })
  if (!(await hasSaidPhrase(context, draw))) return err({ code: 'draw-phrase-unsaid' })
  await context.db
    .insertInto('draw_entries')
    .values({
      merchant_id: merchantOf(drawId),
      draw_id: drawId,
      person_id: personId,
      user_id: context.viewer.userId,
      entered_at: context.clock.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return ok(await loadStanding(context, draw, personId))
}

/** Who works for the shop would draw for themselves; who was shown out is not in the room. */
async function isKeptOut({ db, viewer }: ViewerContext, roomId: RoomId): Promise<boolean> {
  const merchantId = merchantOf(roomId)
  const member = await db
    .selectFrom('members')
    .select('role')
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', viewer.userId)
    .executeTakeFirst()
  if (member) return true
  const banned = await db
    .selectFrom('room_bans')
    .select('banned_at')
    .where('merchant_id', '=', merchantId)
    .where('room_id', '=', roomId)
    .where('user_id', '=', viewer.userId)
    .executeTakeFirst()
  return banned !== undefined
}
