import type { ShopOrder } from '@/contracts/orders'
import type { EpochMs } from '@/domain/time'

/** The shop's orders as the console has seen them, newest first. */
export interface ShopOrders {
  readonly orders: readonly ShopOrder[]
  readonly hasMore: boolean
  readonly turn: number
  /** At which asking an order first stood there in its status: new ones are shown as new for a while. */
  readonly firstSeen: ReadonlyMap<string, number>
}

const PAGE_SIZE = 20
/** Askings for which news stays marked: about a quarter of a minute. */
const NEW_FOR_TURNS = 5

const newsOf = ({ id, status }: ShopOrder): string => `${id} ${status}`

/** The newest page over what is known; what is older stays as it was. */
export function withNewest(known: ShopOrders | null, page: readonly ShopOrder[]): ShopOrders {
  const turn = (known?.turn ?? -1) + 1
  const oldest = page[page.length - 1]?.createdAt ?? 0
  const ids = new Set(page.map(({ id }) => id))
  const older = (known?.orders ?? []).filter(({ id, createdAt }) => createdAt <= oldest && !ids.has(id))
  const firstSeen = new Map(known?.firstSeen)
  for (const order of page) if (!firstSeen.has(newsOf(order))) firstSeen.set(newsOf(order), turn)
  const isWhole = page.length < PAGE_SIZE
  return {
    orders: isWhole ? page : [...page, ...older],
    hasMore: !isWhole && (older.length === 0 || (known?.hasMore ?? true)),
    turn,
    firstSeen,
  }
}

export function withOlder(known: ShopOrders, page: readonly ShopOrder[]): ShopOrders {
  const ids = new Set(known.orders.map(({ id }) => id))
  const added = page.filter(({ id }) => !ids.has(id))
  const firstSeen = new Map(known.firstSeen)
  for (const order of added) firstSeen.set(newsOf(order), 0)
  return { ...known, orders: [...known.orders, ...added], hasMore: page.length === PAGE_SIZE, firstSeen }
}

/** It came, or changed, while the console was looking. What stood there at the first asking is not news. */
export function isNews({ firstSeen, turn }: ShopOrders, order: ShopOrder): boolean {
  const seen = firstSeen.get(newsOf(order)) ?? 0
  return seen > 0 && turn - seen < NEW_FOR_TURNS
}

export const beforeOf = ({ orders, hasMore }: ShopOrders): EpochMs | null =>
  hasMore ? (orders[orders.length - 1]?.createdAt ?? null) : null
