import { withExplained, withoutExplained } from './explaining'
import type { ProductId } from './ids'
import { mediaTimeOf, type RecordedPart } from './recording'
import { reduceRoom, type RoomEvent, type RoomState } from './room'
import type { EpochMs } from './time'

/** One product explained in a show: from where to where in its replay, in milliseconds. */
export interface Chapter {
  readonly productId: ProductId
  readonly from: number
  readonly to: number
}

/** A tap by mistake is no chapter, and a pause that short ends none. */
export const SHORTEST_CHAPTER_MS = 3_000

/** Types of the events that chapters are made of. */
export const CHAPTER_EVENTS = [
  'explain-started',
  'explain-stopped',
  'product-unshelved',
  'room-ended',
] as const satisfies readonly RoomEvent['type'][]

/** What was explained when, by the clock; what goes on when the log ends goes on for ever. */
function explanationsOf(events: readonly RoomEvent[]): readonly Chapter[] {
  const open = new Map<ProductId, EpochMs>()
  const closed: Chapter[] = []
  let explaining: readonly ProductId[] = []
  for (const event of events) {
    explaining = explainedAfter(explaining, event)
    for (const [productId, from] of open)
      if (!explaining.includes(productId)) {
        closed.push({ productId, from, to: event.at })
        open.delete(productId)
      }
    for (const productId of explaining) if (!open.has(productId)) open.set(productId, event.at)
  }
  return [...closed, ...Array.from(open, ([productId, from]) => ({ productId, from, to: Infinity }))]
}

function explainedAfter(explaining: readonly ProductId[], event: RoomEvent): readonly ProductId[] {
  switch (event.type) {
    case 'explain-started':
      return withExplained(explaining, event.productId, event.together ?? false)
    case 'explain-stopped':
      return event.productId ? withoutExplained(explaining, event.productId) : []
    case 'product-unshelved':
      return withoutExplained(explaining, event.productId)
    case 'room-ended':
      return []
    default:
      return explaining
  }
}

/** The chapters of a show's replay, by where they begin. */
export function chaptersOf(events: readonly RoomEvent[], parts: readonly RecordedPart[]): readonly Chapter[] {
  const inReplay = explanationsOf(events)
    .map(({ productId, from, to }) => ({
      productId,
      from: mediaTimeOf(parts, from),
      to: mediaTimeOf(parts, to),
    }))
    .sort((a, b) => a.from - b.from || a.to - b.to)
  return joined(inReplay).filter(({ from, to }) => to - from >= SHORTEST_CHAPTER_MS)
}

/** The host stopped and went on at once: that is one explanation. */
function joined(chapters: readonly Chapter[]): readonly Chapter[] {
  const all: Chapter[] = []
  for (const chapter of chapters) {
    const before = all.findIndex(
      ({ productId, to }) => productId === chapter.productId && chapter.from - to < SHORTEST_CHAPTER_MS,
    )
    const earlier = all[before]
    if (earlier) all[before] = { ...earlier, to: chapter.to }
    else all.push(chapter)
  }
  return all
}

/** A room as its replay shows it, and what it is made from. */
export interface Replay {
  readonly initial: RoomState
  /** What happened after `initial`, as far as it is known, in the order of the numbers and without a gap. */
  readonly events: readonly RoomEvent[]
  readonly state: RoomState
}

export const openReplay = (initial: RoomState): Replay => ({ initial, events: [], state: initial })

/** Learns the next events; they show when their moment comes. */
export const learnEvents = (replay: Replay, events: readonly RoomEvent[]): Replay => ({
  ...replay,
  events: [...replay.events, ...events],
})

/** The room at a moment: goes on from where it is, and begins anew when the moment lies before that. */
export function replayAt(replay: Replay, at: EpochMs): Replay {
  const { initial, events } = replay
  const shown = (state: RoomState): number => state.seq - initial.seq
  const last = events[shown(replay.state) - 1]
  let state = last && last.at > at ? initial : replay.state
  for (let next = events[shown(state)]; next && next.at <= at; next = events[shown(state)])
    state = reduceRoom(state, next)
  return state === replay.state ? replay : { ...replay, state }
}
