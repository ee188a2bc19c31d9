import { type RawBuilder, sql } from 'kysely'
import { merchantOf, type RoomId } from '@/domain/ids'
import { partsOfShow, type ShownPart, type Span, spansOnAir } from '@/domain/recording'
import { type EpochMs, HOUR } from '@/domain/time'
import type { KeptPart } from '../database/room-tables'
import type { Context } from '../operation'

/** Whether the show of the row named `rooms` is over and some of it can be watched again. */
export const hasReplay = (now: EpochMs): RawBuilder<boolean> => sql<boolean>`(
  rooms.status = 'ended' and rooms.recording is not null and exists (
    select from jsonb_array_elements(rooms.recording) kept
    where kept -> 'keptUntil' = 'null' or (kept ->> 'keptUntil')::bigint > ${now}))`

/** What is there to watch of a show that is over. */
export const shownParts = (
  room: {
    readonly recording: readonly KeptPart[] | null
    readonly started_at: EpochMs | null
    readonly ended_at: EpochMs | null
  },
  now: EpochMs,
): readonly ShownPart<KeptPart>[] =>
  room.started_at === null || room.ended_at === null
    ? []
    : partsOfShow(
        (room.recording ?? []).filter(({ keptUntil }) => keptUntil === null || keptUntil > now),
        { from: room.started_at, to: room.ended_at },
      )

/** Vendors give no more of what was on air at once. */
const LONGEST_PAST_MS = 6 * HOUR

const inPieces = ({ from, to }: Span): readonly Span[] =>
  Array.from({ length: Math.ceil((to - from) / LONGEST_PAST_MS) }, (_, index) => ({
    from: from + index * LONGEST_PAST_MS,
    to: Math.min(to, from + (index + 1) * LONGEST_PAST_MS),
  }))

/**
 * What the vendor keeps of a show that ends now, by when its notices said that a picture was on air. Not a file is
 * made for it, so that it can be watched again at once.
 */
export async function pastOfShow(
  { db, streams }: Context,
  roomId: RoomId,
  show: Span & { readonly picture: 'on' | 'away' },
): Promise<readonly KeptPart[]> {
  if (streams.keepsPastMs === 0) return []
  const changes = await db
    .selectFrom('room_events')
    .select(['at', sql<string>`body ->> 'picture'`.as('picture')])
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .where('type', '=', 'picture-changed')
    .orderBy('seq')
    .execute()
  const spans = spansOnAir(
    changes.map(({ at, picture }) => ({ at, isOn: picture === 'on' })),
    show,
    show.picture === 'on',
  )
  return spans.flatMap(inPieces).map(({ from, to }) => ({
    url: null,
    startsAt: from,
    durationMs: to - from,
    keptUntil: show.to + streams.keepsPastMs,
  }))
}
