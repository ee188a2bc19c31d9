import { sql } from 'kysely'
import type { contracts } from '@/contracts'
import type { Host } from '@/contracts/schemas'
import { merchantOf, type RoomId } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import { HOUR } from '@/domain/time'
import type { RoomCode } from '../_kernel/database/tables'
import { pictureUrl as urlOf } from '../_kernel/live/picture-url'
import { storePicture } from '../_kernel/live/store-picture'
import type { Context, Implementation } from '../_kernel/operation'

/** A host that draws no code now is asked again so much later. */
const RETRY_MS = HOUR

/** Drawn once for each room and host, and kept with the shop's pictures. */
export const shareCode: Implementation<typeof contracts.rooms>['share-code'] = async (
  context,
  { roomId },
) => {
  const { db, viewer, clock, appCodes } = context
  const room = await db
    .selectFrom('rooms')
    .select('codes')
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .executeTakeFirst()
  if (!room) return err({ code: 'room-not-found' })
  const codes = appCodes[viewer.host]
  const kept = room.codes[viewer.host]
  if (kept && 'url' in kept) return ok({ pictureUrl: kept.url })
  if (!codes || (kept && kept.retryAt > clock.now())) return ok({ pictureUrl: null })
  const drawn = await codes.draw(roomId)
  const pictureId = drawn.ok
    ? await storePicture(context, merchantOf(roomId), drawn.value.toString('base64'))
    : null
  const pictureUrl = pictureId === null ? null : urlOf(pictureId)
  await keep(
    context,
    { roomId, host: viewer.host },
    pictureUrl === null ? { retryAt: clock.now() + RETRY_MS } : { url: pictureUrl },
  )
  return ok({ pictureUrl })
}

interface Place {
  readonly roomId: RoomId
  readonly host: Host
}

const keep = ({ db }: Context, { roomId, host }: Place, code: RoomCode) =>
  db
    .updateTable('rooms')
    .set({ codes: sql`codes || ${JSON.stringify({ [host]: code })}::jsonb` })
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .execute()
