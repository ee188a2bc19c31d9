import { sql } from 'kysely'
import { merchantOf } from '@/domain/ids'
import { REMEMBERED_MS, type SaidBefore } from '@/domain/moderation'
import { SECOND } from '@/domain/time'
import type { Context } from '../_kernel/operation'
import type { ChatMessageCheck } from '../_kernel/ports/chat-groups'

/** What the room knows of somebody who wants to say something in it. */
export interface Standing {
  readonly name: string
  readonly isStaff: boolean
  readonly isBuyer: boolean
  readonly isBanned: boolean
  readonly isMuted: boolean
  readonly slowModeSeconds: number
  readonly before: readonly SaidBefore[]
  /** The shop's own words that nobody says. */
  readonly words: readonly string[]
}

/** No rule counts more than this. */
const MOST_BEFORE = 20

/** In one statement: the vendor waits two seconds for the answer. Null when there is no such room. */
export async function loadStanding(
  { db, clock }: Context,
  { roomId, userId }: Pick<ChatMessageCheck, 'roomId' | 'userId'>,
): Promise<Standing | null> {
  const now = clock.now()
  const inRoom = sql`merchant_id = rooms.merchant_id and room_id = rooms.room_id and user_id = ${userId}`
  const standing = await db
    .selectFrom('rooms')
    .select([
      'slow_mode_seconds as slowModeSeconds',
      sql<string>`coalesce((select nickname from users where user_id = ${userId}), '')`.as('name'),
      sql<boolean>`exists (select from members m where m.merchant_id = rooms.merchant_id
        and m.user_id = ${userId})`.as('isStaff'),
      sql<boolean>`exists (select from orders o where o.merchant_id = rooms.merchant_id
        and o.buyer_id = ${userId} and o.paid_at is not null and o.status <> 'closed')`.as('isBuyer'),
      sql<boolean>`exists (select from room_bans where ${inRoom})`.as('isBanned'),
      sql<boolean>`exists (select from room_mutes where ${inRoom}
        and (until is null or until > ${now}))`.as('isMuted'),
      sql<readonly SaidBefore[]>`(
        select coalesce(json_agg(json_build_object('text', b.text, 'at', b.said_at)), '[]') from (
          select text, said_at from chat_messages where ${inRoom} and refusal is null
            and said_at > ${now} - greatest(${REMEMBERED_MS}::bigint, rooms.slow_mode_seconds * ${SECOND}::bigint)
          order by said_at desc limit ${MOST_BEFORE}) b)`.as('before'),
      sql<readonly string[]>`coalesce((select words from chat_words w
        where w.merchant_id = rooms.merchant_id), '[]')`.as('words'),
    ])
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .executeTakeFirst()
  return standing ?? null
}
