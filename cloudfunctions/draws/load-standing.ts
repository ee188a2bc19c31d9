import type { Output } from '@/contracts'
import { merchantOf, type PersonId } from '@/domain/ids'
import { saysPhrase } from '@/domain/moderation'
import type { Context, ViewerContext } from '../_kernel/operation'
import type { DrawRow } from './find-draw'

export type Standing = Output<'draws', 'standing'>

/** Whom a draw counts the caller as; null when the caller is gone, the database having been begun anew. */
export async function findPerson({ db, viewer }: ViewerContext): Promise<PersonId | null> {
  const user = await db
    .selectFrom('users')
    .select('person_id')
    .where('user_id', '=', viewer.userId)
    .executeTakeFirst()
  return user?.person_id ?? null
}

/** How somebody took part, in whichever app they did. */
export const findEntry = ({ db }: Pick<Context, 'db'>, draw: DrawRow, personId: PersonId | null) =>
  db
    .selectFrom('draw_entries')
    .select(['user_id', 'deliver_to'])
    .where('merchant_id', '=', draw.merchant_id)
    .where('draw_id', '=', draw.draw_id)
    .where('person_id', '=', personId)
    .executeTakeFirst()

/** What the room was let hear of them since the draw was opened; what the shop deleted does not count. */
export async function hasSaidPhrase({ db, viewer }: ViewerContext, draw: DrawRow): Promise<boolean> {
  const { phrase } = draw
  if (phrase === null) return true
  const said = await db
    .selectFrom('chat_messages')
    .select('text')
    .where('merchant_id', '=', draw.merchant_id)
    .where('room_id', '=', draw.room_id)
    .where('user_id', '=', viewer.userId)
    .where('said_at', '>=', draw.opened_at)
    .where('refusal', 'is', null)
    .where('deleted_at', 'is', null)
    .execute()
  return said.some(({ text }) => saysPhrase(text, phrase))
}

type Entry = NonNullable<Awaited<ReturnType<typeof findEntry>>>

export const hasWon = (draw: DrawRow, entry: Entry): boolean =>
  draw.result?.winners.some(({ userId }) => userId === entry.user_id) ?? false

export async function loadStanding(
  context: ViewerContext,
  draw: DrawRow,
  personId: PersonId | null,
): Promise<Standing> {
  const { entrants } = await context.db
    .selectFrom('draw_entries')
    .select((rows) => rows.fn.countAll<number>().as('entrants'))
    .where('merchant_id', '=', merchantOf(draw.draw_id))
    .where('draw_id', '=', draw.draw_id)
    .executeTakeFirstOrThrow()
  const entry = await findEntry(context, draw, personId)
  return {
    hasEntered: entry !== undefined,
    entrants,
    // whoever takes part has said it: not looked up a second time
    hasSaidPhrase: entry !== undefined || (await hasSaidPhrase(context, draw)),
    hasWon: entry !== undefined && hasWon(draw, entry),
    deliverTo: entry?.deliver_to ?? null,
  }
}
