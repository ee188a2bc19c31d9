import type { Order } from '@/contracts/orders'
import { PAYMENT_WINDOW_MS } from '@/domain/order'
import type { EpochMs } from '@/domain/time'

/** The orders loaded so far, newest first. */
export interface OrderPages {
  readonly orders: readonly Order[]
  readonly hasMore: boolean
  /** The server's time at the newest answer. */
  readonly serverTime: EpochMs
  /** How far the server's clock was ahead of this device's then. */
  readonly serverAheadMs: number
}
export type OrderTab = 'all' | Order['status']
export const ORDER_TABS: readonly OrderTab[] = ['all', 'awaiting-payment', 'paid', 'closed']

/** As `orders/list-orders` answers them. */
const PAGE_SIZE = 20
/** A tab that shows fewer than this asks for the next page by itself: about what a screen holds. */
const ENOUGH = 6

const lastTime = (orders: readonly Order[]): EpochMs | null => orders[orders.length - 1]?.createdAt ?? null

/** Puts a newly asked first page over what is known: older pages stay, so that nobody loses their place. */
export function withFirstPage(known: OrderPages | null, page: Omit<OrderPages, 'hasMore'>): OrderPages {
  const oldest = lastTime(page.orders)
  if (page.orders.length < PAGE_SIZE || oldest === null) return { ...page, hasMore: false }
  const fresh = new Set(page.orders.map(({ id }) => id))
  const kept = known?.orders ?? []
  // Without an order in both there may be others in between: better to page again than to show a gap.
  const joins = kept.some(({ id }) => fresh.has(id))
  const older = joins ? kept.filter(({ id, createdAt }) => createdAt <= oldest && !fresh.has(id)) : []
  return {
    ...page,
    orders: [...page.orders, ...older],
    hasMore: older.length === 0 || (known?.hasMore ?? true),
  }
}

/** Adds the page that follows. */
export function withNextPage(known: OrderPages, page: readonly Order[]): OrderPages {
  const seen = new Set(known.orders.map(({ id }) => id))
  const next = page.filter(({ id }) => !seen.has(id))
  return { ...known, orders: [...known.orders, ...next], hasMore: page.length === PAGE_SIZE }
}

/** One order as another call has just answered it. */
export const withOrder = (known: OrderPages, order: Order): OrderPages => ({
  ...known,
  orders: known.orders.map((other) => (other.id === order.id ? order : other)),
})

export const nextBefore = (pages: OrderPages): EpochMs | null =>
  pages.hasMore ? lastTime(pages.orders) : null

export const inTab = (orders: readonly Order[], tab: OrderTab): readonly Order[] =>
  tab === 'all' ? orders : orders.filter(({ status }) => status === tab)

/**
 * The server pages by time, not by status: a tab may need the next page before the person has scrolled. Unpaid
 * orders older than the payment window do not exist, so that tab never digs through years.
 */
export function needsMore(pages: OrderPages, tab: OrderTab): boolean {
  const oldest = lastTime(pages.orders)
  if (!pages.hasMore || oldest === null || tab === 'all') return false
  if (tab === 'awaiting-payment' && oldest < pages.serverTime - PAYMENT_WINDOW_MS) return false
  return inTab(pages.orders, tab).length < ENOUGH
}
