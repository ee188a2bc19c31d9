import type { contracts, Input } from '@/contracts'
import type { RoomId } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import { loadRoom } from '../_kernel/live/load-rooms'
import { isHttpsUrl, isOwnPicture } from '../_kernel/live/picture-url'
import type { Context, Implementation } from '../_kernel/operation'

export const create: Implementation<typeof contracts.rooms>['create'] = async (context, input) => {
  const { coverUrl, merchantId } = input
  if (coverUrl !== undefined && !isOwnPicture(coverUrl, merchantId) && !isHttpsUrl(coverUrl))
    return err({ code: 'picture-invalid', field: 'coverUrl' })
  const roomId = context.ids.make('room', merchantId)
  await write(context, roomId, input)
  const room = await loadRoom(context, roomId)
  if (!room) throw new Error(`Room ${roomId} was written and cannot be read`)
  return ok({ room })
}

async function write(
  { db, clock }: Context,
  roomId: RoomId,
  { merchantId, title, startsAt, coverUrl }: Input<'rooms', 'create'>,
): Promise<void> {
  const shop = await db
    .selectFrom('merchants')
    .select('logo_url')
    .where('merchant_id', '=', merchantId)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('rooms')
    .values({
      merchant_id: merchantId,
      room_id: roomId,
      title,
      cover_url: coverUrl ?? shop.logo_url,
      status: 'upcoming',
      picture: 'away',
      starts_at: startsAt,
      started_at: null,
      ended_at: null,
      last_seq: 0,
      created_at: clock.now(),
    })
    .execute()
}
