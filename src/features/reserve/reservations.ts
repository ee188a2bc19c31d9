import { create } from 'zustand'
import type { RoomId } from '@/domain/ids'
import type { CallError } from '@/services/backend'

/** Shows that this person wants to be told of, the same on every page. */
export interface Reservations {
  /** Null until the server has told. */
  readonly rooms: readonly RoomId[] | null
  /** What the host asks the person for; null: nothing. */
  readonly template: string | null
  /** How many want to be told, where it is known. */
  readonly counts: Readonly<Record<RoomId, number | undefined>>
  /** Whose answer is on its way: a second tap does nothing. */
  readonly underWay: readonly RoomId[]
}

export const useReservations = create<Reservations>(() => ({
  rooms: null,
  template: null,
  counts: {},
  underWay: [],
}))

const { getState, setState } = useReservations

const without = (rooms: readonly RoomId[] | null, roomId: RoomId): readonly RoomId[] =>
  (rooms ?? []).filter((id) => id !== roomId)

export interface Standing {
  readonly roomId: RoomId
  readonly isReserved: boolean
  readonly reserved: number
}

/** What an answer of the server tells about one show. */
export function learnStanding({ roomId, isReserved, reserved }: Standing): void {
  const { rooms, counts } = getState()
  setState({
    rooms: isReserved ? [...without(rooms, roomId), roomId] : without(rooms, roomId),
    counts: { ...counts, [roomId]: reserved },
  })
}

export function learnAll(rooms: readonly RoomId[], template: string | null): void {
  setState({ rooms, template })
}

export const learnTemplate = (template: string | null): void => setState({ template })

/** Does `work` unless the same is under way; null then. */
export async function oneAtATime<T>(roomId: RoomId, work: () => Promise<T>): Promise<T | null> {
  if (getState().underWay.includes(roomId)) return null
  setState(({ underWay }) => ({ underWay: [...underWay, roomId] }))
  try {
    return await work()
  } finally {
    setState(({ underWay }) => ({ underWay: without(underWay, roomId) }))
  }
}

export type Problem = CallError['code']
