import { sql } from 'kysely'
import { DAY } from '@/domain/time'
import type { Context } from '../_kernel/operation'

/** What the law asks of live commerce: three years, with the longest one among them. */
export const KEPT_FOR_MS = 3 * 366 * DAY
const AT_ONCE = 1_000

/** A little in every tick, so that nobody waits for it. */
export async function forgetOldTalk({ db, clock }: Context): Promise<void> {
  await sql`delete from chat_messages where (merchant_id, room_id, message_id) in (
    select merchant_id, room_id, message_id from chat_messages
    where said_at < ${clock.now() - KEPT_FOR_MS} order by said_at limit ${AT_ONCE})`.execute(db)
}
