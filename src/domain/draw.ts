import type { UserId } from './ids'
import type { RoomDraw } from './room-offers'

/** SHA-256 of a text's UTF-8 bytes as 64 lower-case hexadecimal digits; who calls brings their platform's own. */
export type Sha256 = (text: string) => string

/** What a draw's rules make of its secret and of those who took part. */
export interface DrawnWinners {
  /** What had to be published before anybody took part. */
  readonly commitment: string
  readonly entrantsHash: string
  readonly winners: readonly UserId[]
}

export interface DrawInput {
  readonly secret: string
  readonly entrants: readonly UserId[]
  /** How many win; all do when fewer took part. */
  readonly winners: number
}

/**
 * Draws, or draws again: the same input has the same winners, whoever computes them. Nobody chooses, for the secret is
 * fixed by its hash before the first entrant is known, and without the secret no entrant knows where their hash falls.
 */
export function recompute({ secret, entrants, winners }: DrawInput, sha256: Sha256): DrawnWinners {
  const sorted = [...new Set(entrants)].sort()
  const byHash = sorted
    .map((id) => ({ id, hash: sha256(`${secret}:${id}`) }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1))
  return {
    commitment: sha256(secret),
    entrantsHash: sha256(sorted.join('\n')),
    winners: byHash.slice(0, winners).map(({ id }) => id),
  }
}

/** What holds of a draw that was drawn, as anybody can check who knows the entrants. */
export interface DrawCheck {
  /** The secret is the one that was committed to. */
  readonly secret: boolean
  /** The entrants are those that were drawn from. */
  readonly entrants: boolean
  readonly winners: boolean
}

export function checkDraw(draw: RoomDraw, entrants: readonly UserId[], sha256: Sha256): DrawCheck | null {
  if (draw.result === null) return null
  const { secret, entrantsHash, winners } = draw.result
  const drawn = recompute({ secret, entrants, winners: draw.winners }, sha256)
  const told = winners.map(({ userId }) => userId)
  return {
    secret: drawn.commitment === draw.commitment,
    entrants: drawn.entrantsHash === entrantsHash,
    winners: drawn.winners.join() === told.join(),
  }
}
