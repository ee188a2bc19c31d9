import type { RoomCard } from '@/contracts/rooms'
import type { RoomId } from '@/domain/ids'

/** The live show after (1) or before (-1) this one in the feed, round and round; null when there is no other. */
export function showBeside(rooms: readonly RoomCard[], roomId: RoomId, step: 1 | -1): RoomId | null {
  const live = rooms.flatMap(({ room }) => (room.status === 'live' ? [room.id] : []))
  const at = live.indexOf(roomId)
  // one that is over stands before all others
  const next = at === -1 && step === -1 ? live.length - 1 : (at + step + live.length) % live.length
  const found = live[next]
  return found === undefined || found === roomId ? null : found
}
