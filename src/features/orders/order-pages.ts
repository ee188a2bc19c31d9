import type { Order } from '@/contracts/orders'
import { PAYMENT_WINDOW_MS } from '@/domain/order'
import type { EpochMs } from '@/domain/time'

/** The orders loaded so far, newest first. */
export interface OrderPages {
  readonly orders: readonly Order[]
  /** Where the page after them goes on; null at the end. */
  readonly next: string | null
  /** The server's time at the newest answer. */
  readonly serverTime: EpochMs
  /** How far the server's clock was ahead of this device's then. */
  readonly serverAheadMs: number
}
export const ORDER_TABS = ['all', 'to-pay', 'to-ship', 'to-receive', 'refunds'] as const
export type OrderTab = (typeof ORDER_TABS)[number]

/** A part of an order that is on its way waits on both sides: for the rest to be sent, and for what comes. */
const BELONGS: Readonly<Record<OrderTab, (order: Order) => boolean>> = {
  all: () => true,
  'to-pay': ({ status }) => status === 'awaiting-payment',
  'to-ship': ({ status }) => status === 'paid' || status === 'part-shipped',
  'to-receive': ({ status }) => status === 'shipped' || status === 'part-shipped',
  refunds: ({ refunds }) => refunds.length > 0,
}

/** A tab that shows fewer than this asks for the next page by itself: about what a screen holds. */
const ENOUGH = 6

const lastTime = (orders: readonly Order[]): EpochMs | null => orders[orders.length - 1]?.createdAt ?? null

/** Puts a newly asked first page over what is known: older pages stay, so that nobody loses their place. */
export function withFirstPage(known: OrderPages | null, page: OrderPages): OrderPages {
  const oldest = lastTime(page.orders)
  if (page.next === null || oldest === null) return page
  const fresh = new Set(page.orders.map(({ id }) => id))
  const kept = known?.orders ?? []
  // Without an order in both there may be others in between: better to page again than to show a gap.
  const joins = kept.some(({ id }) => fresh.has(id))
  const older = joins ? kept.filter(({ id, createdAt }) => createdAt <= oldest && !fresh.has(id)) : []
  return {
    ...page,
    orders: [...page.orders, ...older],
    next: older.length === 0 ? page.next : (known?.next ?? null),
  }
}

/** Adds the page that follows. */
export function withNextPage(
  known: OrderPages,
  { orders, next }: Pick<OrderPages, 'orders' | 'next'>,
): OrderPages {
  const seen = new Set(known.orders.map(({ id }) => id))
  const added = orders.filter(({ id }) => !seen.has(id))
  return { ...known, orders: [...known.orders, ...added], next }
}

/** One order as another call has just answered it. */
export const withOrder = (known: OrderPages, order: Order): OrderPages => ({
  ...known,
  orders: known.orders.map((other) => (other.id === order.id ? order : other)),
})

export const inTab = (orders: readonly Order[], tab: OrderTab): readonly Order[] =>
  orders.filter(BELONGS[tab])

/**
 * The server pages by time, not by status: a tab may need the next page before the person has scrolled. Unpaid
 * orders older than the payment window do not exist, so that tab never digs through years.
 */
export function needsMore(pages: OrderPages, tab: OrderTab): boolean {
  const oldest = lastTime(pages.orders)
  if (pages.next === null || oldest === null || tab === 'all') return false
  if (tab === 'to-pay' && oldest < pages.serverTime - PAYMENT_WINDOW_MS) return false
  return inTab(pages.orders, tab).length < ENOUGH
}
