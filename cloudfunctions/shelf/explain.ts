import type { contracts, Input } from '@/contracts'
import { withExplained } from '@/domain/explaining'
import { merchantOf, type ProductId } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import { lockRoom } from '../_kernel/live/lock-room'
import type { Context, Implementation, Outcome } from '../_kernel/operation'
import { appendRoomEvent } from '../_kernel/room-log'
import { inTransaction } from '../_kernel/transaction'
import { answerAsks } from './answer-asks'
import { setExplaining } from './set-explaining'

export const explain: Implementation<typeof contracts.shelf>['explain'] = (context, item) =>
  inTransaction(context, (inside) => explainOnce(inside, item))

async function explainOnce(context: Context, item: Input<'shelf', 'explain'>): Promise<Outcome<object>> {
  const { roomId, productId, together } = item
  const room = await lockRoom(context, roomId)
  if (!room) return err({ code: 'room-not-found' })
  if (room.status !== 'live') return err({ code: 'room-not-live' })
  if (!(await isOnShelf(context, item))) return err({ code: 'product-off-shelf' })
  const explaining = withExplained(room.explaining, productId, together)
  if (isSame(explaining, room.explaining)) return ok({})
  await setExplaining(context, roomId, explaining)
  await answerAsks(context, roomId, productId)
  await appendRoomEvent(context, roomId, { type: 'explain-started', productId, together })
  return ok({})
}

const isSame = (some: readonly ProductId[], others: readonly ProductId[]): boolean =>
  some.length === others.length && some.every((id, index) => id === others[index])

async function isOnShelf(
  { db }: Context,
  { roomId, productId }: Input<'shelf', 'explain'>,
): Promise<boolean> {
  const item = await db
    .selectFrom('shelf_items')
    .select('position')
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .where('product_id', '=', productId)
    .executeTakeFirst()
  return item !== undefined
}
