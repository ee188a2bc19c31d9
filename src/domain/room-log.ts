import { reduceRoom, type RoomEvent, type RoomState } from './room'

/** A room as one client knows it: the state so far, and events that came too early to apply. */
export interface RoomLog {
  readonly state: RoomState
  readonly early: readonly RoomEvent[]
}

export const openRoomLog = (snapshot: RoomState): RoomLog => ({ state: snapshot, early: [] })

/** Takes events in any order, with repeats, and applies all that follow without a gap. */
export function receiveEvents(log: RoomLog, events: readonly RoomEvent[]): RoomLog {
  const bySeq = new Map([...log.early, ...events].map((event) => [event.seq, event]))
  let state = log.state
  for (let next = bySeq.get(state.seq + 1); next; next = bySeq.get(state.seq + 1))
    state = reduceRoom(state, next)
  const early = [...bySeq.values()].filter((event) => event.seq > state.seq).sort((a, b) => a.seq - b.seq)
  return { state, early }
}

/** What `after` took of `events` and of what was waiting in `before`, in the order of the numbers. */
export function takenEvents(
  before: RoomLog,
  events: readonly RoomEvent[],
  after: RoomLog,
): readonly RoomEvent[] {
  const bySeq = new Map([...before.early, ...events].map((event) => [event.seq, event]))
  return [...bySeq.values()]
    .filter(({ seq }) => seq > before.state.seq && seq <= after.state.seq)
    .sort((a, b) => a.seq - b.seq)
}

/** The number after which events are missing, or null: ask the server for what follows it. */
export function missingSince(log: RoomLog, newest = 0): number | null {
  return log.early.length > 0 || newest > log.state.seq ? log.state.seq : null
}
