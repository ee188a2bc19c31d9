import {
  changeRow,
  type ChatRing,
  type ChatRow,
  clearRows,
  emptyRing,
  inOrder,
  latestRows,
  pushRows,
  SLOTS,
} from './chat-ring'

/**
 * What the chat shows, and what waits below while the person reads further up: rows that moved under their eyes
 * could not be read.
 */
export interface ChatFeed {
  readonly ring: ChatRing
  readonly isReading: boolean
  readonly waiting: readonly ChatRow[]
  /** How many came since; more than wait, when the oldest of them have been dropped. */
  readonly unread: number
  /** Changes whenever the newest row does, so that the view knows to go there. */
  readonly turn: number
}

export const emptyFeed: ChatFeed = { ring: emptyRing, isReading: false, waiting: [], unread: 0, turn: 0 }

/** A flood of the same text is seen when it is this near. */
const NEAR = 8

export function hear(feed: ChatFeed, rows: readonly ChatRow[]): ChatFeed {
  if (rows.length === 0) return feed
  if (!feed.isReading) return { ...feed, ring: add(feed.ring, rows), turn: feed.turn + 1 }
  return {
    ...feed,
    waiting: latestRows([...feed.waiting, ...rows], SLOTS),
    unread: feed.unread + rows.length,
  }
}

/** Where the same was said just before, by anybody, it is counted; everything else becomes a row. */
function add(ring: ChatRing, rows: readonly ChatRow[]): ChatRing {
  let counted = ring
  const fresh: ChatRow[] = []
  for (const row of rows) {
    const near = [...inOrder(counted), ...fresh].slice(-NEAR)
    const same = near.find((other) => isSame(other, row))
    const index = same === undefined ? -1 : fresh.indexOf(same)
    if (same === undefined) fresh.push(row)
    else if (index === -1) counted = changeRow(counted, same.key, (before) => oneMore(before, row))
    else fresh[index] = oneMore(same, row)
  }
  return pushRows(counted, fresh)
}

const oneMore = (row: ChatRow, { times }: ChatRow): ChatRow => ({ ...row, times: row.times + times })

const OTHERS: ReadonlySet<ChatRow['tone']> = new Set(['said', 'buyer'] as const)
const isSame = (one: ChatRow, other: ChatRow): boolean =>
  one.fate === 'said' && OTHERS.has(one.tone) && OTHERS.has(other.tone) && bare(one.text) === bare(other.text)
const bare = (text: string): string => text.replace(/[\s\p{P}]/gu, '') || text

/** Who speaks wants to see it: back to the newest. */
export const speak = (feed: ChatFeed, row: ChatRow): ChatFeed => hear(toNewest(feed), [row])

/** What became of a row of one's own. */
export const settleRow = (feed: ChatFeed, key: string, change: (row: ChatRow) => ChatRow): ChatFeed => ({
  ...feed,
  ring: changeRow(feed.ring, key, change),
})

/** Nobody sees these rows any more, those that wait included. */
export function clear(feed: ChatFeed, isGone: (row: ChatRow) => boolean): ChatFeed {
  const ring = clearRows(feed.ring, isGone)
  const waiting = feed.waiting.filter((row) => !isGone(row))
  if (ring === feed.ring && waiting.length === feed.waiting.length) return feed
  const unread = feed.unread - (feed.waiting.length - waiting.length)
  return { ...feed, ring, waiting, unread }
}

export const readUp = (feed: ChatFeed): ChatFeed => (feed.isReading ? feed : { ...feed, isReading: true })

export const toNewest = (feed: ChatFeed): ChatFeed =>
  feed.isReading
    ? {
        ring: add(feed.ring, feed.waiting),
        isReading: false,
        waiting: [],
        unread: 0,
        turn: feed.turn + 1,
      }
    : feed
