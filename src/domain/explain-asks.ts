import type { ProductId } from './ids'
import type { Asks, RoomEventBody } from './room'

/** What one viewer knows: everybody's asks as the server counted them, and which are their own. */
export interface KnownAsks {
  readonly all: Asks
  readonly own: readonly ProductId[]
}

export const NO_ASKS: KnownAsks = { all: {}, own: [] }

/** How many wait for it. Who has asked is one of them, also while the server's count is on its way. */
export function asksFor({ all, own }: KnownAsks, productId: ProductId): number {
  return Math.max(all[productId] ?? 0, own.includes(productId) ? 1 : 0)
}

export function withOwnAsk(asks: KnownAsks, productId: ProductId): KnownAsks {
  return { ...asks, own: [...withoutOwnAsk(asks, productId).own, productId] }
}

export function withoutOwnAsk({ all, own }: KnownAsks, productId: ProductId): KnownAsks {
  return { all, own: own.filter((id) => id !== productId) }
}

/**
 * The server took an ask, and says how many wait now: nobody, when the host has just begun to explain. An ask that was
 * answered while it was under way stays answered.
 */
export function withAnswer(asks: KnownAsks, productId: ProductId, people: number): KnownAsks {
  if (!asks.own.includes(productId)) return asks
  const counted = { ...asks, all: { ...asks.all, [productId]: people } }
  return people === 0 ? withoutOwnAsk(counted, productId) : counted
}

/** Who explains a product answers everybody who asked for it; one that leaves the shelf is not asked for any more. */
export function asksAfter(asks: KnownAsks, event: RoomEventBody): KnownAsks {
  if (event.type !== 'explain-started' && event.type !== 'product-unshelved') return asks
  const { [event.productId]: _answered, ...all } = asks.all
  return withoutOwnAsk({ ...asks, all }, event.productId)
}

/** The products that more people wait for than for another; none while all that are asked for stand equal. */
export function mostAsked(asks: Asks, products: readonly ProductId[]): readonly ProductId[] {
  const counts = products.map((id) => asks[id] ?? 0).filter((people) => people > 0)
  const most = Math.max(...counts)
  return most > Math.min(...counts) ? products.filter((id) => asks[id] === most) : []
}
