import type { contracts } from '@/contracts'
import type { MerchantId } from '@/domain/ids'
import { ok } from '@/domain/result'
import type { Room, RoomStatus } from '@/domain/room'
import { selectRooms } from '../_kernel/live/load-rooms'
import type { Context, Implementation } from '../_kernel/operation'
import { selectShops } from './select-shops'

const AT_MOST = 100

/** Of all shops: it asks every shard. */
export const listFollowed: Implementation<typeof contracts.shops>['list-followed'] = async (context) => {
  const { db, viewer, clock } = context
  const shops = await selectShops(db)
    .innerJoin('follows', 'follows.merchant_id', 'merchants.merchant_id')
    .where('follows.user_id', '=', viewer.userId)
    .orderBy('follows.followed_at', 'desc')
    .orderBy('merchants.merchant_id')
    .limit(AT_MOST)
    .execute()
  const ids = shops.map(({ id }) => id)
  const [live, next] = [await firstOfEach(context, ids, 'live'), await firstOfEach(context, ids, 'upcoming')]
  const followed = shops.map((shop) => ({
    shop,
    live: live.get(shop.id) ?? null,
    next: next.get(shop.id) ?? null,
  }))
  const [isOn, isOff] = [
    followed.filter((one) => one.live !== null),
    followed.filter((one) => one.live === null),
  ]
  return ok({ shops: [...isOn, ...isOff], serverTime: clock.now() })
}

/** The first room of each shop that is `live`, or the first to come. */
async function firstOfEach(
  { db }: Context,
  merchants: readonly MerchantId[],
  status: RoomStatus,
): Promise<ReadonlyMap<MerchantId, Room>> {
  if (merchants.length === 0) return new Map()
  const rooms = await selectRooms(db)
    .distinctOn('rooms.merchant_id')
    .where('rooms.merchant_id', 'in', merchants)
    .where('rooms.status', '=', status)
    .orderBy('rooms.merchant_id')
    .orderBy('rooms.starts_at')
    .orderBy('rooms.room_id')
    .execute()
  return new Map(rooms.map((room) => [room.merchantId, room]))
}
