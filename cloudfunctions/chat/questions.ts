import { sql } from 'kysely'
import type { contracts } from '@/contracts'
import { merchantOf } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import { loadRoom } from '../_kernel/live/load-rooms'
import type { Context, Implementation } from '../_kernel/operation'
import { appendRoomEvent } from '../_kernel/room-log'
import { inTransaction } from '../_kernel/transaction'

type Chat = Implementation<typeof contracts.chat>

const MOST_LISTED = 100
const MOST_ANSWERS = 50

const selectQuestions = (db: Context['db']) =>
  db
    .selectFrom('questions')
    .select([
      'question_id as id',
      'product_id as productId',
      'user_id as userId',
      'name',
      'question',
      'answer',
      'asked_at as askedAt',
    ])

export const listQuestions: Chat['list-questions'] = async (context, { roomId }) => {
  if (!(await loadRoom(context, roomId))) return err({ code: 'room-not-found' })
  const questions = await selectQuestions(context.db)
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
      .returning([
        'question_id as id',
        'room_id',
        'product_id as productId',
        'user_id as userId',
        'name',
        'question',
        'answer',
        'asked_at as askedAt',
      ])
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

export const listAnswers: Chat['list-answers'] = async ({ db }, { productId }) => {
  const rows = await selectQuestions(db)
    .where('merchant_id', '=', merchantOf(productId))
    .where('product_id', '=', productId)
    .where('answered_at', 'is not', null)
    .orderBy('answered_at', 'desc')
    .orderBy('question_id')
    .limit(MOST_ANSWERS)
    .execute()
  return ok({
    answers: rows.map(({ id, name, question, answer }) => ({ id, name, question, answer: answer ?? '' })),
  })
}
