import type { QuestionId } from '@/domain/ids'
import type { RoomEventBody } from '@/domain/room'
import type { AnsweredQuestion } from '@/domain/room-talk'
import { DAY, type EpochMs, MINUTE } from '@/domain/time'
import type { KeptPart } from '../../cloudfunctions/_kernel/database/room-tables'
import type { Shop } from './catalogue'
import type { Seeding } from './seeding'
import { merchantIdOf, productIdOf, questionIdOf, roomIdOf, userIdOf } from './seed-ids'

type Room = Shop['rooms'][number]
interface Answered extends Omit<AnsweredQuestion, 'id'> {
  readonly question_id: QuestionId
  readonly answered_at: EpochMs
}

/** Until the host comes to the first product, and between two of them. */
const TALK_MS = MINUTE / 2

const THINKING_MS = MINUTE / 2

/** As long as the stream server gives what was on air (local/product.ts). */
const KEPT_MS = 365 * DAY

/**
 * Writes the log of a show that is over and what there is to watch of it: the stream server makes a loop's past when
 * it is asked for, so that a newcomer has a replay with chapters at once.
 */
export async function insertShow(
  { db, personas }: Seeding,
  shop: Shop,
  { room, startsAt }: { readonly room: Room; readonly startsAt: EpochMs },
): Promise<void> {
  if (room.show === undefined) return
  const endsAt = startsAt + room.show.minutes * MINUTE
  const mine = { merchant_id: merchantIdOf(shop), room_id: roomIdOf(shop, room.key) }
  const answered = room.show.answers.map(({ product, minute, asker, question, answer }, index) => ({
    ...mine,
    question_id: questionIdOf(shop, index),
    product_id: productIdOf(shop, product),
    user_id: userIdOf(asker),
    name: personas.find(({ key }) => key === asker)?.nickname ?? asker,
    question,
    answer,
    asked_at: startsAt + minute * MINUTE - THINKING_MS,
    answered_at: startsAt + minute * MINUTE,
  }))
  if (answered.length > 0) await db.insertInto('questions').values(answered).execute()
  const told = [...logOf(shop, room.show, { startsAt, endsAt }), ...answered.map(toldAnswer)].sort(
    (a, b) => a.at - b.at,
  )
  await db
    .insertInto('room_events')
    .values(
      told.map(({ at, body }, index) => ({
        ...mine,
        seq: index + 1,
        at,
        type: body.type,
        body: JSON.stringify(body),
        sent_at: at,
      })),
    )
    .execute()
  const part: KeptPart = {
    url: null,
    startsAt,
    durationMs: endsAt - startsAt,
    keptUntil: endsAt + KEPT_MS,
  }
  await db
    .updateTable('rooms')
    .set({ ended_at: endsAt, last_seq: told.length, recording: JSON.stringify([part]) })
    .where('merchant_id', '=', mine.merchant_id)
    .where('room_id', '=', mine.room_id)
    .execute()
}

interface Told {
  readonly at: EpochMs
  readonly body: RoomEventBody
}

const toldAnswer = (row: Answered): Told => {
  const { question_id: id, name, question, answer } = row
  return { at: row.answered_at, body: { type: 'question-answered', answer: { id, name, question, answer } } }
}

/** The products one after the other, each for as long as the others. */
function logOf(
  shop: Shop,
  { explained }: NonNullable<Room['show']>,
  { startsAt, endsAt }: { readonly startsAt: EpochMs; readonly endsAt: EpochMs },
): readonly Told[] {
  const each = (endsAt - startsAt) / explained.length
  return [
    { at: startsAt, body: { type: 'room-started' } },
    ...explained.flatMap((product, index): readonly Told[] => [
      {
        at: Math.round(startsAt + index * each + TALK_MS),
        body: { type: 'explain-started', productId: productIdOf(shop, product) },
      },
      { at: Math.round(startsAt + (index + 1) * each), body: { type: 'explain-stopped' } },
    ]),
    { at: endsAt, body: { type: 'room-ended' } },
  ]
}
