import { sql } from 'kysely'
import type { contracts } from '@/contracts'
import { merchantOf, type ProductId } from '@/domain/ids'
import { chaptersOf } from '@/domain/replay'
import { ok } from '@/domain/result'
import { hasReplay, shownParts } from '../_kernel/live/recording'
import type { Context, Implementation } from '../_kernel/operation'
import { loadExplanations } from './load-explanations'

/** Shows that are looked into, and clips that are told. */
const MAX_SHOWS = 5
const MAX_CLIPS = 10

export const listClips: Implementation<typeof contracts.rooms>['list-clips'] = async (
  context,
  { productId },
) => {
  const shows = await selectShows(context, productId)
  const [first, ...others] = shows.map(({ room_id }) => room_id)
  if (first === undefined) return ok({ clips: [] })
  const events = await loadExplanations(context, [first, ...others])
  const now = context.clock.now()
  const clips = shows.flatMap((show) => {
    const ofShow = events.flatMap(({ roomId, event }) => (roomId === show.room_id ? [event] : []))
    return chaptersOf(ofShow, shownParts(show, now))
      .filter((chapter) => chapter.productId === productId)
      .map(({ from, to }) => ({
        roomId: show.room_id,
        title: show.title,
        startsAt: show.starts_at,
        from,
        to,
      }))
  })
  return ok({ clips: clips.slice(0, MAX_CLIPS) })
}

/** The latest shows that explained the product and can be watched again. */
const selectShows = ({ db, clock }: Context, productId: ProductId) =>
  db
    .selectFrom('rooms')
    .select(['room_id', 'title', 'starts_at', 'recording', 'started_at', 'ended_at'])
    .where('merchant_id', '=', merchantOf(productId))
    .where(hasReplay(clock.now()))
    .where((room) =>
      room.exists(
        room
          .selectFrom('room_events as told')
          .select('told.seq')
          .whereRef('told.merchant_id', '=', 'rooms.merchant_id')
          .whereRef('told.room_id', '=', 'rooms.room_id')
          .where('told.type', '=', 'explain-started')
          .where(sql<boolean>`told.body ->> 'productId' = ${productId}`),
      ),
    )
    .orderBy('ended_at', 'desc')
    .orderBy('room_id')
    .limit(MAX_SHOWS)
    .execute()
