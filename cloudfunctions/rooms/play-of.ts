import type { Room } from '@/domain/room'
import type { Context } from '../_kernel/operation'
import type { PlayAddresses } from '../_kernel/ports/live-streams'

/** Where the room's picture plays; null before the show and after it. */
export const playOf = ({ streams }: Context, room: Room): PlayAddresses | null =>
  room.status === 'live' ? streams.playAddresses(room.id) : null
