import type { contracts, Input, Output } from '@/contracts'
import { merchantOf } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import { lockRoom } from '../_kernel/live/lock-room'
import { changeCounters } from '../_kernel/live/room-pulse'
import type { Context, Implementation, Outcome, ViewerContext } from '../_kernel/operation'
import { inTransaction } from '../_kernel/transaction'

type Item = Input<'shelf', 'ask-to-explain'>
type Answer = Output<'shelf', 'ask-to-explain'>

/** The room hears of it with the next pulse, however many ask at a time. */
export const askToExplain: Implementation<typeof contracts.shelf>['ask-to-explain'] = async (
  context,
  item,
) => {
  // A browser's guest is nobody in particular, and who works for the shop is not an audience: neither is counted.
  if (context.viewer.host === 'h5' || (await worksForShop(context, item))) return err({ code: 'forbidden' })
  // The room's row is hot while orders come in: asking again leaves it alone.
  const standing = await findOwnAsk(context, item)
  return standing === undefined ? inTransaction(context, (inside) => askOnce(inside, item)) : ok(standing)
}

/** The room's row is locked, as by everything that changes a shelf: no ask falls between two explanations. */
async function askOnce(context: ViewerContext, item: Item): Promise<Outcome<Answer>> {
  const room = await lockRoom(context, item.roomId)
  if (!room) return err({ code: 'room-not-found' })
  if (room.status !== 'live') return err({ code: 'room-not-live' })
  const before = await findItem(context, item)
  if (!before) return err({ code: 'product-off-shelf' })
  if (room.explaining.includes(item.productId)) return ok({ asks: 0 })
  if (!(await writeAsk(context, item))) return ok(before)
  await changeCounters(context, item.roomId)
  return ok({ asks: before.asks + 1 })
}

async function worksForShop({ db, viewer }: ViewerContext, { roomId }: Item): Promise<boolean> {
  const member = await db
    .selectFrom('members')
    .select('role')
    .where('merchant_id', '=', merchantOf(roomId))
    .where('user_id', '=', viewer.userId)
    .executeTakeFirst()
  return member !== undefined
}

/** What the viewer asked for before, with all who wait for it now. */
const findOwnAsk = (
  { db, viewer }: ViewerContext,
  { roomId, productId }: Item,
): Promise<Answer | undefined> =>
  db
    .selectFrom('explain_asks')
    .innerJoin('shelf_items', (join) =>
      join
        .onRef('shelf_items.merchant_id', '=', 'explain_asks.merchant_id')
        .onRef('shelf_items.room_id', '=', 'explain_asks.room_id')
        .onRef('shelf_items.product_id', '=', 'explain_asks.product_id'),
    )
    .select('shelf_items.asks')
    .where('explain_asks.merchant_id', '=', merchantOf(roomId))
    .where('explain_asks.room_id', '=', roomId)
    .where('explain_asks.user_id', '=', viewer.userId)
    .where('explain_asks.product_id', '=', productId)
    .executeTakeFirst()

const findItem = ({ db }: Context, { roomId, productId }: Item): Promise<Answer | undefined> =>
  db
    .selectFrom('shelf_items')
    .select('asks')
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .where('product_id', '=', productId)
    .executeTakeFirst()

/** False when the other tap of a double tap was first. */
async function writeAsk({ db, clock, viewer }: ViewerContext, { roomId, productId }: Item): Promise<boolean> {
  const merchantId = merchantOf(roomId)
  const written = await db
    .insertInto('explain_asks')
    .values({
      merchant_id: merchantId,
      room_id: roomId,
      user_id: viewer.userId,
      product_id: productId,
      asked_at: clock.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (written.numInsertedOrUpdatedRows === 0n) return false
  await db
    .updateTable('shelf_items')
    .set((row) => ({ asks: row('asks', '+', 1) }))
    .where('merchant_id', '=', merchantId)
    .where('room_id', '=', roomId)
    .where('product_id', '=', productId)
    .execute()
  return true
}
