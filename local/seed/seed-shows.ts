import type { RoomEventBody } from '@/domain/room'
import { DAY, type EpochMs, MINUTE } from '@/domain/time'
import type { KeptPart } from '../../cloudfunctions/_kernel/database/room-tables'
import type { Shop } from './catalogue'
import type { Seeding } from './seeding'
import { merchantIdOf, productIdOf, roomIdOf } from './seed-ids'

type Room = Shop['rooms'][number]

/** Until the host comes to the first product, and between two of them. */
const TALK_MS = MINUTE / 2

/** As long as the stream server gives what was on air (local/product.ts). */
const KEPT_MS = 365 * DAY

/**
 * Writes the log of a show that is over and what there is to watch of it: the stream server makes a loop's past when
 * it is asked for, so that a newcomer has a replay with chapters at once.
 */
export async function insertShow(
  { db }: Seeding,
  shop: Shop,
  { room, startsAt }: { readonly room: Room; readonly startsAt: EpochMs },
): Promise<void> {
  if (room.show === undefined) return
  const endsAt = startsAt + room.show.minutes * MINUTE
  const mine = { merchant_id: merchantIdOf(shop), room_id: roomIdOf(shop, room.key) }
  const told = logOf(shop, room.show, { startsAt, endsAt })
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
