import { SECOND } from '@/domain/time'

export const PULSE_MS = 10 * SECOND
/** Likes travel sooner, so that the others see them while they still mean something. */
export const LIKES_MS = 2 * SECOND
/** Notices overtake each other by less than this; a longer gap is a loss. */
export const GAP_MS = SECOND
export const FRAME_MS = 100
/** Whoever was away for longer enters again. */
export const REENTER_AFTER_MS = 60 * SECOND
