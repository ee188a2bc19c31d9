import type { Output } from '@/contracts'
import { merchantOf, type PersonId } from '@/domain/ids'
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

type Entry = NonNullable<Awaited<ReturnType<typeof findEntry>>>

export const hasWon = (draw: DrawRow, entry: Entry): boolean =>
  draw.result?.winners.some(({ userId }) => userId === entry.user_id) ?? false

export async function loadStanding(
  context: Context,
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
    hasWon: entry !== undefined && hasWon(draw, entry),
    deliverTo: entry?.deliver_to ?? null,
  }
}
