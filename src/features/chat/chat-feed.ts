import { changeRow, type ChatRing, type ChatRow, emptyRing, pushRows, SLOTS } from './chat-ring'

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

export function hear(feed: ChatFeed, rows: readonly ChatRow[]): ChatFeed {
  if (!feed.isReading) return { ...feed, ring: pushRows(feed.ring, rows), turn: feed.turn + 1 }
  return { ...feed, waiting: [...feed.waiting, ...rows].slice(-SLOTS), unread: feed.unread + rows.length }
}

/** Who speaks wants to see it: back to the newest. */
export const speak = (feed: ChatFeed, row: ChatRow): ChatFeed => hear(toNewest(feed), [row])

/** What became of a row of one's own. */
export const settleRow = (feed: ChatFeed, key: string, change: (row: ChatRow) => ChatRow): ChatFeed => ({
  ...feed,
  ring: changeRow(feed.ring, key, change),
})

export const readUp = (feed: ChatFeed): ChatFeed => (feed.isReading ? feed : { ...feed, isReading: true })

export const toNewest = (feed: ChatFeed): ChatFeed =>
  feed.isReading
    ? {
        ring: pushRows(feed.ring, feed.waiting),
        isReading: false,
        waiting: [],
        unread: 0,
        turn: feed.turn + 1,
      }
    : feed
