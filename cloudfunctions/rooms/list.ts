import type { contracts } from '@/contracts'
import { ok } from '@/domain/result'
import { presentRoomCard, selectRoomCards } from '../_kernel/live/load-rooms'
import type { Implementation } from '../_kernel/operation'

const MAX_UPCOMING = 20
const MAX_ENDED = 10

export const list: Implementation<typeof contracts.rooms>['list'] = async ({ db, clock }) => {
  const serverTime = clock.now()
  const cards = (status: 'live' | 'upcoming' | 'ended') =>
    selectRoomCards(db, serverTime).where('rooms.status', '=', status)
  const live = await cards('live').orderBy('rooms.started_at', 'desc').orderBy('rooms.room_id').execute()
  const upcoming = await cards('upcoming')
    .orderBy('rooms.starts_at')
    .orderBy('rooms.room_id')
    .limit(MAX_UPCOMING)
    .execute()
  const ended = await cards('ended')
    .orderBy('rooms.ended_at', 'desc')
    .orderBy('rooms.room_id')
    .limit(MAX_ENDED)
    .execute()
  return ok({ rooms: [...live, ...upcoming, ...ended].map(presentRoomCard), serverTime })
}
