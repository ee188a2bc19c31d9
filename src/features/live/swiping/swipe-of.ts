/** A finger on the glass: CSS pixels from the upper left corner, and milliseconds of any one clock. */
export interface Touch {
  readonly x: number
  readonly y: number
  readonly at: number
}
export type Swipe = 'up' | 'down' | 'left' | 'right'

/** What is shorter is a tap of an unsteady hand, what is slower a finger that rests. */
const FAR_PX = 70
const QUICK_MS = 700
/** How much further it goes along than across. */
const STRAIGHT = 1.7

/** Where a finger swiped to, or null when it did something else. */
export function swipeOf(from: Touch, to: Touch): Swipe | null {
  const [right, down] = [to.x - from.x, to.y - from.y]
  const [across, along] = [Math.abs(right), Math.abs(down)]
  if (to.at - from.at > QUICK_MS) return null
  if (along >= FAR_PX && along > across * STRAIGHT) return down < 0 ? 'up' : 'down'
  if (across >= FAR_PX && across > along * STRAIGHT) return right < 0 ? 'left' : 'right'
  return null
}
