import { reduceRoom, type RoomEvent, type RoomState } from './room'
import { type EpochMs, SECOND } from './time'

/**
 * The room as the picture shows it. The picture is seconds behind the host, so a card, a price that is revealed or a
 * draw waits until the frame on screen is as old as its event. It is looks only: stock, the end of a show and who may
 * speak are read from the log's own state, which waits for nothing.
 */
export interface RoomOnScreen {
  readonly state: RoomState
  /** Events whose frame is not on screen yet, in the order of their numbers. */
  readonly waiting: readonly RoomEvent[]
}

/** A picture further behind than this is stuck, and what waits for it would wait for nothing. */
export const LONGEST_DELAY_MS = 10 * SECOND

/** Whoever comes in sees at once what is true. */
export const showRoom = (state: RoomState): RoomOnScreen => ({ state, waiting: [] })

/** `events` follow the last one that is shown or waiting, without a gap. */
export const awaitFrames = (
  { state, waiting }: RoomOnScreen,
  events: readonly RoomEvent[],
): RoomOnScreen => ({ state, waiting: [...waiting, ...events] })

/** Shows every event whose frame is on screen; `frameAt` is null when the player cannot tell its frame. */
export function showFrame(screen: RoomOnScreen, frameAt: EpochMs | null, now: EpochMs): RoomOnScreen {
  const isDue = ({ at }: RoomEvent): boolean =>
    frameAt === null || at <= frameAt || at + LONGEST_DELAY_MS <= now
  const due = screen.waiting.filter(isDue)
  const last = due[due.length - 1]
  if (last === undefined) return screen
  const isShown = ({ seq }: RoomEvent): boolean => seq <= last.seq
  return {
    state: screen.waiting.filter(isShown).reduce(reduceRoom, screen.state),
    waiting: screen.waiting.filter((event) => !isShown(event)),
  }
}
