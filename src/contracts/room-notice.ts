import * as v from 'valibot'
import { roomEvent } from './room-state'
import { count, type Frozen, idOf, roomPulse } from './schemas'

/** What the server says into a room's chat group as a system notice (JSON text, ≤ 12 KiB). */
export const roomNotice = v.variant('kind', [
  v.object({ v: v.literal(1), kind: v.literal('event'), roomId: idOf('room'), event: roomEvent }),
  v.object({
    v: v.literal(1),
    kind: v.literal('pulse'),
    roomId: idOf('room'),
    pulse: roomPulse,
    /** Number of the room's newest event: whoever missed the last one sees it here. */
    newest: count,
  }),
])
export type RoomNotice = Frozen<v.InferOutput<typeof roomNotice>>

/** A notice as it arrives: null for anything that is not ours, so that a stranger's text breaks nothing. */
export function parseRoomNotice(text: string): RoomNotice | null {
  try {
    const parsed = v.safeParse(roomNotice, JSON.parse(text))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}
