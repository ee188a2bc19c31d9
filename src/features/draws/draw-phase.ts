import type { UserId } from '@/domain/ids'
import type { RoomDraw } from '@/domain/room-offers'
import type { EpochMs } from '@/domain/time'

/** `drawing`: the time is over, and the server is about to tell who won. */
export type DrawPhase = 'open' | 'drawing' | 'drawn'

export function drawPhase(draw: RoomDraw, now: EpochMs): DrawPhase {
  if (draw.result !== null) return 'drawn'
  return now < draw.closesAt ? 'open' : 'drawing'
}

export const hasWon = ({ result }: RoomDraw, userId: UserId | null): boolean =>
  result?.winners.some((winner) => winner.userId === userId) ?? false
