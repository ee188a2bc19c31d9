import type { RoomCard } from '@/contracts/rooms'
import type { RoomStatus } from '@/domain/room'
import type { EpochMs } from '@/domain/time'

export interface MyRooms {
  readonly rooms: readonly RoomCard[]
  readonly serverTime: EpochMs
}

export const ROOM_GROUPS: readonly RoomStatus[] = ['live', 'upcoming', 'ended']

/** What runs first, what comes next after it, what is over last; each by the time that matters for it. */
export function roomsOf({ rooms }: MyRooms, status: RoomStatus): readonly RoomCard[] {
  const soonestFirst = status === 'upcoming' ? 1 : -1
  return rooms
    .filter(({ room }) => room.status === status)
    .sort((a, b) => soonestFirst * (a.room.startsAt - b.room.startsAt))
}
