import { useRef } from 'react'
import { type Replay, replayAt } from '@/domain/replay'
import type { RoomState } from '@/domain/room'
import type { EpochMs } from '@/domain/time'

/** The room as it was at a moment; it moves on from the moment that was asked for last. */
export function useRoomAt(log: Replay, at: EpochMs): RoomState {
  const shown = useRef(log)
  const known = shown.current
  const next = known.initial === log.initial ? { ...known, events: log.events } : log
  shown.current = replayAt(known.events === log.events ? known : next, at)
  return shown.current.state
}
