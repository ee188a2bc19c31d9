import type { contracts } from '@/contracts'
import { merchantOf, type ProductId, type RoomId } from '@/domain/ids'
import type { ShownPart } from '@/domain/recording'
import { type Chapter, chaptersOf } from '@/domain/replay'
import { err, ok } from '@/domain/result'
import type { RoomState } from '@/domain/room'
import { NO_OFFERS } from '@/domain/room-offers'
import { SILENCE } from '@/domain/room-talk'
import type { KeptPart } from '../_kernel/database/room-tables'
import { loadRoomState } from '../_kernel/live/load-rooms'
import { shownParts } from '../_kernel/live/recording'
import type { Context, Implementation } from '../_kernel/operation'
import { loadExplanations } from './load-explanations'

export const replay: Implementation<typeof contracts.rooms>['replay'] = async (context, { roomId }) => {
  const state = await loadRoomState(context, roomId)
  if (!state) return err({ code: 'room-not-found' })
  const parts = await loadParts(context, roomId)
  const events = parts.length === 0 ? [] : await loadExplanations(context, [roomId])
  return ok({
    start: beforeTheShow(state),
    parts: parts.map((part) => presentPart(context, roomId, part)),
    chapters: await named(
      context,
      roomId,
      chaptersOf(
        events.map(({ event }) => event),
        parts,
      ),
    ),
    serverTime: context.clock.now(),
  })
}

async function loadParts({ db, clock }: Context, roomId: RoomId): Promise<readonly ShownPart<KeptPart>[]> {
  const row = await db
    .selectFrom('rooms')
    .select(['recording', 'started_at', 'ended_at'])
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .executeTakeFirstOrThrow()
  return shownParts(row, clock.now())
}

function presentPart({ streams }: Context, roomId: RoomId, part: ShownPart<KeptPart>) {
  const { url, startsAt, durationMs, skipMs } = part
  if (url !== null) return { url: streams.fileAddress(url), startsAt, durationMs, skipMs }
  // what was on air is asked for from the first moment that is shown
  const span = { from: startsAt, to: startsAt + durationMs }
  return { url: streams.pastAddress(roomId, span), startsAt, durationMs, skipMs: 0 }
}

/**
 * The log tells what happened and not what was there before it, so the replay begins with the shelf of today: what was
 * put on it later comes once more with its event, and prices and stock are those that an order meets.
 */
const beforeTheShow = ({ room, shelf, staff }: RoomState): RoomState => ({
  room,
  shelf,
  staff,
  explaining: [],
  offers: NO_OFFERS,
  talk: SILENCE,
  seq: 0,
})

/** With the products' names: one that has left the shelf was explained all the same. */
async function named({ db }: Context, roomId: RoomId, chapters: readonly Chapter[]) {
  if (chapters.length === 0) return []
  const products = await db
    .selectFrom('products')
    .select(['product_id', 'name', 'picture_url'])
    .where('merchant_id', '=', merchantOf(roomId))
    .where('product_id', 'in', [...new Set(chapters.map(({ productId }) => productId))])
    .execute()
  const byId = new Map<ProductId, (typeof products)[number]>(products.map((row) => [row.product_id, row]))
  return chapters.flatMap((chapter) => {
    const product = byId.get(chapter.productId)
    return product ? [{ ...chapter, name: product.name, pictureUrl: product.picture_url }] : []
  })
}
