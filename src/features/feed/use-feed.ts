import { useCallback } from 'react'
import type { Output } from '@/contracts'
import type { RoomCard } from '@/contracts/rooms'
import type { RoomStatus } from '@/domain/room'
import { type EpochMs, SECOND } from '@/domain/time'
import { backend } from '@/services/backend'
import { asList, useServerTruth } from '@/services/server-truth'
import type { ListState } from '@/ui'

export type FeedAnswer = Output<'rooms', 'list'>

/** Rooms by what they are, each group in the order the server gave. */
export interface FeedRooms {
  readonly live: readonly RoomCard[]
  readonly upcoming: readonly RoomCard[]
  readonly ended: readonly RoomCard[]
  readonly serverTime: EpochMs
}

// Viewer counts on the cards are true when they are shown; a quarter of a minute later they still nearly are.
const LOOK_AGAIN_MS = 15 * SECOND
const lookAgain = (): number => LOOK_AGAIN_MS
const load = () => backend.call('rooms', 'list', {})

export function groupRooms({ rooms, serverTime }: FeedAnswer): FeedRooms {
  const of = (status: RoomStatus): readonly RoomCard[] => rooms.filter(({ room }) => room.status === status)
  return { live: of('live'), upcoming: of('upcoming'), ended: of('ended'), serverTime }
}

function grouped(list: ListState<FeedAnswer>): ListState<FeedRooms> {
  return list.kind === 'ready' || list.kind === 'stale' ? { ...list, value: groupRooms(list.value) } : list
}

export function useFeed(): { readonly state: ListState<FeedRooms>; readonly refresh: () => Promise<void> } {
  const { truth, refresh } = useServerTruth(load, lookAgain)
  const isEmpty = useCallback((answer: FeedAnswer) => answer.rooms.length === 0, [])
  return { state: grouped(asList(truth, isEmpty)), refresh }
}
