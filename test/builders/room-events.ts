import type { RoomEvent } from '@/domain/room'
import type { RoomId } from '@/domain/ids'
import { reduceRoom, type RoomState } from '@/domain/room'
import { loadRoomState } from '../../cloudfunctions/_kernel/live/load-rooms'
import type { TestApplication } from './test-application'

/** What the room was told, in the order in which it was. */
export const toldIn = ({ chat }: TestApplication, roomId: RoomId): readonly RoomEvent[] =>
  chat.notices.flatMap((notice) =>
    notice.kind === 'event' && notice.roomId === roomId ? [notice.event] : [],
  )
export const typesToldIn = (test: TestApplication, roomId: RoomId): readonly string[] =>
  toldIn(test, roomId).map(({ type }) => type)

/** The room as whoever comes in now sees it. */
export async function stateOf(test: TestApplication, roomId: RoomId): Promise<RoomState> {
  const state = await loadRoomState(test, roomId)
  if (!state) throw new Error(`No room ${roomId}`)
  return state
}

/** The room as a viewer knows it who was there at `before` and heard everything since. */
export const heardSince = (test: TestApplication, before: RoomState): RoomState =>
  toldIn(test, before.room.id).reduce(reduceRoom, before)
