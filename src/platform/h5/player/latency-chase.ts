export interface Chase {
  /** How far to jump ahead; 0 to stay. */
  readonly jumpMs: number
  readonly rate: number
}

const JUMP_OVER_MS = 3000
const FASTER_OVER_MS = 800
const TARGET_MS = 400
/** Fast enough to catch up a second in ten, too little for an ear to mind. */
const FASTER = 1.1

/**
 * What to do about the video that is buffered ahead of the picture, which is how late the picture is. `marginMs` makes
 * room for a network that has stalled before.
 */
export function chase(aheadMs: number, rate: number, marginMs: number): Chase {
  const targetMs = TARGET_MS + marginMs
  if (aheadMs > JUMP_OVER_MS + marginMs) return { jumpMs: aheadMs - targetMs, rate: 1 }
  if (aheadMs > FASTER_OVER_MS + marginMs) return { jumpMs: 0, rate: FASTER }
  return { jumpMs: 0, rate: aheadMs <= targetMs ? 1 : rate }
}
