import { sql, type RawBuilder } from 'kysely'
import { SECOND, type EpochMs } from '@/domain/time'

/** Viewers show life every 10 s: who missed two of them has gone. */
export const PRESENT_FOR_MS = 25 * SECOND

/** People in the room of the row named `rooms`. Who works for the shop is not an audience. */
export const viewersOfRoom = (now: EpochMs): RawBuilder<number> => sql<number>`(
  select count(*) from presence
  where presence.merchant_id = rooms.merchant_id and presence.room_id = rooms.room_id
    and presence.seen_at > ${now - PRESENT_FOR_MS}
    and not exists (
      select from members
      where members.merchant_id = rooms.merchant_id and members.user_id = presence.user_id))`
