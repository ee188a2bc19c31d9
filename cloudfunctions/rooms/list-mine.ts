import type { contracts } from '@/contracts'
import { ok } from '@/domain/result'
import { presentRoomCard, selectRoomCards } from '../_kernel/live/load-rooms'
import type { Implementation } from '../_kernel/operation'

const MAX_ROOMS = 50

export const listMine: Implementation<typeof contracts.rooms>['list-mine'] = async (
  { db, clock },
  { merchantId },
) => {
  const serverTime = clock.now()
  const cards = await selectRoomCards(db, serverTime)
    .where('rooms.merchant_id', '=', merchantId)
    .orderBy('rooms.starts_at', 'desc')
    .orderBy('rooms.room_id')
    .limit(MAX_ROOMS)
    .execute()
  return ok({ rooms: cards.map(presentRoomCard), serverTime })
}
