/** One thing said, as a row shows it. `key` finds it again when its fate is known, or when it is deleted. */
export interface ChatRow {
  readonly key: string
  readonly userId: string
  readonly name: string
  readonly text: string
  readonly tone: 'said' | 'own' | 'buyer' | 'host' | 'assistant'
  /** `gone`: deleted, or of somebody whom the person does not want to hear; nothing of it is shown. */
  readonly fate: 'said' | 'sending' | 'failed' | 'gone'
  /** How many said the same one after the other. */
  readonly times: number
}

/** WeChat's audit allows 60 children of one node. */
export const SLOTS = 50
/** So many of one's own and the shop's rows stay, however much others say meanwhile. */
export const KEPT = 5

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

const KEPT_TONES: ReadonlySet<ChatRow['tone']> = new Set(['own', 'host', 'assistant'] as const)

export const inOrder = ({ slots, head }: ChatRing): readonly ChatRow[] => [
  ...slots.slice(head),
  ...slots.slice(0, head),
]

/** As many as fit: the newest, and of what would have to go, the latest of one's own and the shop's. */
export function latestRows(rows: readonly ChatRow[], count: number): readonly ChatRow[] {
  const overflow = rows.length - count
  if (overflow <= 0) return rows
  const kept = new Set(rows.filter(isKept).slice(-KEPT))
  let toDrop = overflow
  return rows.filter((row) => {
    if (toDrop === 0 || kept.has(row)) return true
    toDrop -= 1
    return false
  })
}

const isKept = ({ tone, fate }: ChatRow): boolean => KEPT_TONES.has(tone) && fate !== 'gone'

/** Rows that stay move up beside the oldest that stays; every other row keeps its slot. */
export function pushRows(ring: ChatRing, rows: readonly ChatRow[]): ChatRing {
  const all = [...inOrder(ring), ...rows]
  if (all.length <= SLOTS) return { slots: all, head: 0 }
  const head = (ring.head + all.length - SLOTS) % SLOTS
  const latest = latestRows(all, SLOTS)
  return { slots: [...latest.slice(SLOTS - head), ...latest.slice(0, SLOTS - head)], head }
}

/** The row's new words and fate, if it is still there. */
export const changeRow = (ring: ChatRing, key: string, change: (row: ChatRow) => ChatRow): ChatRing => ({
  ...ring,
  slots: ring.slots.map((row) => (row.key === key ? change(row) : row)),
})

/** Keeps the slots and empties them: a row that is taken out would move all others. */
export function clearRows(ring: ChatRing, isGone: (row: ChatRow) => boolean): ChatRing {
  const slots = ring.slots.map((row) =>
    row.fate !== 'gone' && isGone(row) ? { ...row, name: '', text: '', fate: 'gone' as const } : row,
  )
  return slots.some((row, slot) => row !== ring.slots[slot]) ? { ...ring, slots } : ring
}

export const newestRow = (ring: ChatRing): ChatRow | null =>
  [...inOrder(ring)].reverse().find(({ fate }) => fate !== 'gone') ?? null
