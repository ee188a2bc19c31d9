/** Hearts in the air at a time; each is a node that stays and only starts anew. */
export const HEART_SLOTS = 8

export interface Heart {
  /** Changes with every start; the animation restarts when it turns between the two twins. */
  readonly twin: 'rest' | 'a' | 'b'
  /** Where among the ways it flies, so that neighbours differ. */
  readonly way: number
}

/** The hearts after so many taps: tap n flies in slot n, over and over. */
export function heartSlots(taps: number): readonly Heart[] {
  return Array.from({ length: HEART_SLOTS }, (_, slot) => {
    const rounds = Math.floor((taps - slot - 1) / HEART_SLOTS) + 1
    if (taps <= slot) return { twin: 'rest', way: slot }
    return { twin: rounds % 2 === 0 ? 'a' : 'b', way: (slot + rounds * 3) % HEART_SLOTS }
  })
}
