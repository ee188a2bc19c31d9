import type { Order } from '@/contracts/orders'
import { PAYMENT_WINDOW_MS } from '@/domain/order'
import { anOrder, EVENING } from '../../../test/builders/wire'
import {
  inTab,
  needsMore,
  nextBefore,
  type OrderPages,
  withFirstPage,
  withNextPage,
  withOrder,
} from './order-pages'

/** Order number `n` is `n` seconds older than the newest. */
const order = (n: number, overrides: Partial<Order> = {}): Order =>
  anOrder(n, { createdAt: EVENING - n * 1_000, status: 'paid', ...overrides })
const range = (from: number, to: number): Order[] =>
  Array.from({ length: to - from }, (_, index) => order(from + index))
const page = (orders: readonly Order[]) => ({ orders, serverTime: EVENING, serverAheadMs: 0 })
const idsOf = ({ orders }: OrderPages) => orders.map(({ id }) => id)

it('knows the end by a page that is not full', () => {
  expect(withFirstPage(null, page(range(0, 3))).hasMore).toBe(false)
  expect(withFirstPage(null, page(range(0, 20))).hasMore).toBe(true)
})

it('keeps older pages and the place in them when the first page is asked again', () => {
  const two = withNextPage(withFirstPage(null, page(range(1, 21))), range(21, 41))
  const again = withFirstPage(two, page(range(0, 20)))
  expect(idsOf(again)).toEqual(range(0, 41).map(({ id }) => id))
  expect(again.hasMore).toBe(true)
})

it('shows no gap when everything on the first page is new', () => {
  const known = withFirstPage(null, page(range(40, 60)))
  const again = withFirstPage(known, page(range(0, 20)))
  expect(again.orders).toHaveLength(20)
  expect(again.hasMore).toBe(true)
})

it('adds a page once, even when it overlaps', () => {
  const known = withFirstPage(null, page(range(0, 20)))
  const more = withNextPage(known, [...range(19, 20), ...range(20, 30)])
  expect(more.orders).toHaveLength(30)
  expect(more.hasMore).toBe(false)
  expect(nextBefore(more)).toBeNull()
  expect(nextBefore(known)).toBe(EVENING - 19_000)
})

it('puts an answer about one order in its place', () => {
  const known = withFirstPage(null, page(range(0, 3)))
  const closed = order(1, { status: 'closed' })
  expect(inTab(withOrder(known, closed).orders, 'closed')).toEqual([closed])
})

it('asks for more while a tab shows little', () => {
  const known = withFirstPage(null, page(range(0, 20)))
  expect(needsMore(known, 'all')).toBe(false)
  expect(needsMore(known, 'paid')).toBe(false)
  expect(needsMore(known, 'closed')).toBe(true)
  expect(needsMore(withFirstPage(null, page(range(0, 3))), 'closed')).toBe(false)
})

it('does not look for unpaid orders that are older than the payment window', () => {
  const old = range(0, 19).concat(order(19, { createdAt: EVENING - PAYMENT_WINDOW_MS - 1 }))
  expect(needsMore(withFirstPage(null, page(range(0, 20))), 'awaiting-payment')).toBe(true)
  expect(needsMore(withFirstPage(null, page(old)), 'awaiting-payment')).toBe(false)
})
