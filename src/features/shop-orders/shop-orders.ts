import type { ShopOrder } from '@/contracts/orders'
import type { EpochMs } from '@/domain/time'

/** How many orders wait for the shop. */
export interface Waiting {
  readonly toShip: number
  readonly refunds: number
}

/** One answer of `orders/list-shop-orders`. */
export interface ShopOrderPage {
  readonly orders: readonly ShopOrder[]
  /** Where the page after it goes on; null at the end. */
  readonly next: string | null
  readonly waiting: Waiting
  readonly serverTime: EpochMs
}

/** The shop's orders as this screen has seen them, newest first. */
export interface ShopOrders extends ShopOrderPage {
  readonly turn: number
  /** At which asking an order first stood there in its status: new ones are shown as new for a while. */
  readonly firstSeen: ReadonlyMap<string, number>
}

/** Askings for which news stays marked: about a quarter of a minute. */
const NEW_FOR_TURNS = 5

const newsOf = ({ id, status }: ShopOrder): string => `${id} ${status}`

/** The newest page over what is known; what is older stays as it was. */
export function withNewest(known: ShopOrders | null, page: ShopOrderPage): ShopOrders {
  const turn = (known?.turn ?? -1) + 1
  const oldest = page.orders[page.orders.length - 1]?.createdAt ?? 0
  const ids = new Set(page.orders.map(({ id }) => id))
  const kept = known?.orders ?? []
  // Without an order in both there may be others in between: better to page again than to show a gap.
  const joins = page.next !== null && kept.some(({ id }) => ids.has(id))
  const older = joins ? kept.filter(({ id, createdAt }) => createdAt <= oldest && !ids.has(id)) : []
  const firstSeen = new Map(known?.firstSeen)
  for (const order of page.orders) if (!firstSeen.has(newsOf(order))) firstSeen.set(newsOf(order), turn)
  return {
    ...page,
    orders: [...page.orders, ...older],
    next: older.length === 0 ? page.next : (known?.next ?? null),
    turn,
    firstSeen,
  }
}

export function withOlder(known: ShopOrders, page: ShopOrderPage): ShopOrders {
  const ids = new Set(known.orders.map(({ id }) => id))
  const added = page.orders.filter(({ id }) => !ids.has(id))
  const firstSeen = new Map(known.firstSeen)
  for (const order of added) firstSeen.set(newsOf(order), 0)
  return {
    ...known,
    waiting: page.waiting,
    orders: [...known.orders, ...added],
    next: page.next,
    firstSeen,
  }
}

/** One order as another call has just answered it; what the shop did itself is no news to it. */
export function withOrder(known: ShopOrders, order: ShopOrder): ShopOrders {
  const firstSeen = new Map(known.firstSeen).set(newsOf(order), 0)
  const orders = known.orders.map((other) => (other.id === order.id ? order : other))
  return { ...known, orders, firstSeen }
}

/** It came, or changed, while the screen was looking. What stood there at the first asking is not news. */
export function isNews({ firstSeen, turn }: ShopOrders, order: ShopOrder): boolean {
  const seen = firstSeen.get(newsOf(order)) ?? 0
  return seen > 0 && turn - seen < NEW_FOR_TURNS
}
