import { sql } from 'kysely'
import type { contracts } from '@/contracts'
import { merchantOf } from '@/domain/ids'
import { mediaTimeOf } from '@/domain/recording'
import { err, ok } from '@/domain/result'
import { SECOND } from '@/domain/time'
import { loadRoom } from '../_kernel/live/load-rooms'
import { shownParts } from '../_kernel/live/recording'
import type { Implementation } from '../_kernel/operation'
import { appendRoomEvent } from '../_kernel/room-log'
import { inTransaction } from '../_kernel/transaction'

type Chat = Implementation<typeof contracts.chat>

const MOST_LISTED = 100
const MOST_ANSWERS = 50

const QUESTION = [
  'question_id as id',
  'product_id as productId',
  'user_id as userId',
  'name',
  'question',
  'answer',
  'asked_at as askedAt',
] as const

export const listQuestions: Chat['list-questions'] = async (context, { roomId }) => {
  if (!(await loadRoom(context, roomId))) return err({ code: 'room-not-found' })
  const questions = await context.db
    .selectFrom('questions')
    .select(QUESTION)
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .orderBy(sql`answered_at is not null`)
    .orderBy('answered_at', 'desc')
    .orderBy('asked_at')
    .orderBy('question_id')
    .limit(MOST_LISTED)
    .execute()
  return ok({ questions })
}

export const answerQuestion: Chat['answer-question'] = (context, { questionId, answer }) =>
  inTransaction(context, async (inside) => {
    const row = await inside.db
      .updateTable('questions')
      .set({ answer, answered_at: inside.clock.now() })
      .where('merchant_id', '=', merchantOf(questionId))
      .where('question_id', '=', questionId)
      .returning(['room_id', ...QUESTION])
      .executeTakeFirst()
    if (!row) return err({ code: 'question-not-found' })
    const { room_id: roomId, ...question } = row
    const { id, name } = question
    await appendRoomEvent(inside, roomId, {
      type: 'question-answered',
      answer: { id, name, question: question.question, answer },
    })
    return ok({ question })
  })

/** A host says it before anybody types it. */
const SAID_BEFORE_MS = 15 * SECOND

export const listAnswers: Chat['list-answers'] = async ({ db, clock }, { productId }) => {
  const rows = await db
    .selectFrom('questions')
    .innerJoin('rooms', (join) =>
      join
        .onRef('rooms.merchant_id', '=', 'questions.merchant_id')
        .onRef('rooms.room_id', '=', 'questions.room_id'),
    )
    .select(['question_id as id', 'name', 'question', 'answer', 'answered_at'])
    .select(['rooms.room_id', 'recording', 'started_at', 'ended_at'])
    .where('questions.merchant_id', '=', merchantOf(productId))
    .where('product_id', '=', productId)
    .where('answered_at', 'is not', null)
    .orderBy('answered_at', 'desc')
    .orderBy('question_id')
    .limit(MOST_ANSWERS)
    .execute()
  const now = clock.now()
  return ok({
    answers: rows.map(({ id, name, question, answer, answered_at: at, room_id: roomId, ...room }) => {
      const parts = shownParts(room, now)
      const isInShow = parts.length > 0 && at !== null && at <= (room.ended_at ?? 0)
      const watch = isInShow ? { roomId, from: mediaTimeOf(parts, at - SAID_BEFORE_MS) } : null
      return { id, name, question, answer: answer ?? '', watch }
    }),
  })
}
