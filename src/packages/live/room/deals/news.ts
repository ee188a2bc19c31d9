import type { ShelfProduct } from '@/domain/product'
import type { RoomPulse } from '@/domain/room'
import { type EpochMs, SECOND } from '@/domain/time'

/** One line about what has just happened in the room. */
export type News =
  | { readonly kind: 'bought'; readonly product: ShelfProduct; readonly buyers: number }
  | { readonly kind: 'came'; readonly names: readonly string[] }

export interface NewsState {
  readonly news: News | null
  /** Until then it stands, whatever else happens. */
  readonly until: EpochMs
  /** What was told last, and when: the same is not told twice in a row. */
  readonly mark: string
  readonly markedAt: EpochMs
}

export const NO_NEWS: NewsState = { news: null, until: 0, mark: '', markedAt: 0 }
/** Long enough to be read, and to be tapped. */
export const SHOWN_MS = 4 * SECOND
/** A pulse tells of the last five seconds, and the next one may tell of the same again. */
export const SAME_FOR_MS = 12 * SECOND

const markOf = (news: News): string =>
  news.kind === 'bought' ? `${news.product.id} ${news.buyers}` : news.names.join('\n')

/** What a pulse brings: what was bought matters more than who came. */
function newsIn({ bought, came }: RoomPulse, shelf: readonly ShelfProduct[]): News | null {
  const product = bought === null ? undefined : shelf.find(({ id }) => id === bought.productId)
  if (bought !== null && product !== undefined) return { kind: 'bought', product, buyers: bought.buyers }
  return came.length > 0 ? { kind: 'came', names: came } : null
}

/** The line after a pulse has come. */
export function hearPulse(
  state: NewsState,
  pulse: RoomPulse,
  { shelf, now }: { readonly shelf: readonly ShelfProduct[]; readonly now: EpochMs },
): NewsState {
  const news = newsIn(pulse, shelf)
  if (news === null || now < state.until) return state
  const mark = markOf(news)
  if (mark === state.mark && now < state.markedAt + SAME_FOR_MS) return state
  return { news, until: now + SHOWN_MS, mark, markedAt: now }
}
