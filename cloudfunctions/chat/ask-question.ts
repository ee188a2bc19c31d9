import type { contracts } from '@/contracts'
import { merchantOf, type ProductId, type RoomId, type UserId } from '@/domain/ids'
import { moderateWording } from '@/domain/moderation'
import { err, ok } from '@/domain/result'
import { loadRoom } from '../_kernel/live/load-rooms'
import type { Context, Implementation } from '../_kernel/operation'
import { wordsOf } from './before-send'
import { loadStanding } from './load-standing'

/** Questions of one person in one room that may wait for their answers. */
const MOST_OPEN = 3

export const askQuestion: Implementation<typeof contracts.chat>['ask-question'] = async (
  context,
  { roomId, productId, question },
) => {
  const { db, clock, ids, viewer } = context
  const room = await loadRoom(context, roomId)
  const standing = await loadStanding(context, { roomId, userId: viewer.userId })
  if (!room || !standing) return err({ code: 'room-not-found' })
  if (room.status === 'ended') return err({ code: 'room-ended' })
  // a question does not flood the chat: it has a limit of its own
  const asked = moderateWording({ ...standing, text: question, words: wordsOf(standing) })
  if (!asked.ok) return err({ code: asked.error })
  if (productId !== undefined && !(await isOnShelf(context, roomId, productId)))
    return err({ code: 'product-not-found' })
  if ((await countOpen(context, roomId, viewer.userId)) >= MOST_OPEN) return err({ code: 'question-limit' })
  const questionId = ids.make('question', room.merchantId)
  await db
    .insertInto('questions')
    .values({
      merchant_id: room.merchantId,
      question_id: questionId,
      room_id: roomId,
      product_id: productId ?? null,
      user_id: viewer.userId,
      name: standing.name,
      question: asked.value,
      answer: null,
      asked_at: clock.now(),
      answered_at: null,
    })
    .execute()
  return ok({ questionId })
}

async function isOnShelf({ db }: Context, roomId: RoomId, productId: ProductId): Promise<boolean> {
  const item = await db
    .selectFrom('shelf_items')
    .select('product_id')
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .where('product_id', '=', productId)
    .executeTakeFirst()
  return item !== undefined
}

async function countOpen({ db }: Context, roomId: RoomId, userId: UserId): Promise<number> {
  const { open } = await db
    .selectFrom('questions')
    .select((row) => row.fn.countAll<number>().as('open'))
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .where('user_id', '=', userId)
    .where('answered_at', 'is', null)
    .executeTakeFirstOrThrow()
  return open
}
