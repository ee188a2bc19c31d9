import type { contracts } from '@/contracts'
import type { MerchantId } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import { presentRoomCard, selectRoomCards } from '../_kernel/live/load-rooms'
import type { Implementation, ViewerContext } from '../_kernel/operation'
import { loadShop } from './select-shops'

const MAX_NEXT = 5

export const get: Implementation<typeof contracts.shops>['get'] = async (context, { merchantId }) => {
  const shop = await loadShop(context, merchantId)
  if (!shop) return err({ code: 'shop-not-found' })
  const serverTime = context.clock.now()
  const cards = (status: 'live' | 'upcoming') =>
    selectRoomCards(context.db, serverTime)
      .where('rooms.merchant_id', '=', merchantId)
      .where('rooms.status', '=', status)
      .orderBy('rooms.starts_at')
      .orderBy('rooms.room_id')
  const live = await cards('live').limit(1).executeTakeFirst()
  const next = await cards('upcoming').limit(MAX_NEXT).execute()
  return ok({
    shop,
    isFollowing: await isFollowing(context, merchantId),
    live: live ? presentRoomCard(live) : null,
    next: next.map(presentRoomCard),
    serverTime,
  })
}

async function isFollowing({ db, viewer }: ViewerContext, merchantId: MerchantId): Promise<boolean> {
  const row = await db
    .selectFrom('follows')
    .select('user_id')
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', viewer.userId)
    .executeTakeFirst()
  return row !== undefined
}
