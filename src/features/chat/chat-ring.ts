/** One thing said, as a row shows it. `key` finds it again when its fate is known. */
export interface ChatRow {
  readonly key: string
  readonly name: string
  readonly text: string
  readonly tone: 'said' | 'own' | 'host'
  readonly fate: 'said' | 'sending' | 'failed'
}

/** WeChat's audit allows 60 children of one node. */
export const SLOTS = 50

/**
 * A fixed number of slots, filled one after the other and then over again. Taking a row out at the top would make
 * a mini-program send the whole list for each message (51 KB); changing one slot sends one row.
 */
export interface ChatRing {
  readonly slots: readonly ChatRow[]
  /** The slot of the oldest row: rows from here on come first, then those before it. */
  readonly head: number
}

export const emptyRing: ChatRing = { slots: [], head: 0 }

export function pushRows({ slots, head }: ChatRing, rows: readonly ChatRow[]): ChatRing {
  const next = [...slots]
  let oldest = head
  for (const row of rows.slice(-SLOTS)) {
    if (next.length < SLOTS) {
      next.push(row)
    } else {
      next[oldest] = row
      oldest = (oldest + 1) % SLOTS
    }
  }
  return { slots: next, head: oldest }
}

/** The row's new words and fate, if it is still there. */
export const changeRow = (ring: ChatRing, key: string, change: (row: ChatRow) => ChatRow): ChatRing => ({
  ...ring,
  slots: ring.slots.map((row) => (row.key === key ? change(row) : row)),
})

export function newestRow({ slots, head }: ChatRing): ChatRow | null {
  const index = slots.length < SLOTS ? slots.length - 1 : (head + SLOTS - 1) % SLOTS
  return slots[index] ?? null
}
