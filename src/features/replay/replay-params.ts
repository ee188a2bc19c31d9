import { isId, type RoomId } from '@/domain/ids'
import { SECOND } from '@/domain/time'

export interface ReplayParams {
  readonly roomId: RoomId
  /** Where in the replay to begin. */
  readonly fromMs: number
}

/** A day is longer than any show. */
const LAST_SECOND = 86_400

/** Which show to watch again, and from which second; null when the link names none. */
export function readReplayParams({
  id = '',
  at = '',
}: Readonly<Partial<Record<string, string>>>): ReplayParams | null {
  if (!isId('room', id)) return null
  const second = /^\d{1,5}$/.test(at) ? Math.min(Number(at), LAST_SECOND) : 0
  return { roomId: id, fromMs: second * SECOND }
}

/** The page that shows it, from a moment on. */
export const replayPath = (roomId: RoomId, fromMs = 0): string =>
  `/packages/live/replay/index?id=${roomId}${fromMs >= SECOND ? `&at=${Math.floor(fromMs / SECOND)}` : ''}`
