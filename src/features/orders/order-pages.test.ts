import type { Order } from '@/contracts/orders'
import { PAYMENT_WINDOW_MS } from '@/domain/order'
import { aRefund } from '../../../test/builders/shop-order'
import { anOrder, EVENING } from '../../../test/builders/wire'
import {
  inTab,
  needsMore,
  ORDER_TABS,
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
const page = (orders: readonly Order[], next: string | null = null) => ({
  orders,
  next,
  serverTime: EVENING,
  serverAheadMs: 0,
})
/** A page that others follow. */
const fullPage = (orders: readonly Order[]) => page(orders, `after ${orders.at(-1)?.id}`)
const idsOf = ({ orders }: OrderPages) => orders.map(({ id }) => id)

it('keeps older pages and the place in them when the first page is asked again', () => {
  const two = withNextPage(withFirstPage(null, fullPage(range(1, 21))), fullPage(range(21, 41)))
  const again = withFirstPage(two, fullPage(range(0, 20)))
  expect(idsOf(again)).toEqual(range(0, 41).map(({ id }) => id))
  expect(again.next).toBe(two.next)
})

it('shows no gap when everything on the first page is new', () => {
  const known = withFirstPage(null, fullPage(range(40, 60)))
  const newest = fullPage(range(0, 20))
  expect(withFirstPage(known, newest)).toEqual(newest)
})

it('adds a page once, even when it overlaps', () => {
  const known = withFirstPage(null, fullPage(range(0, 20)))
  const more = withNextPage(known, page([...range(19, 20), ...range(20, 30)]))
  expect(more.orders).toHaveLength(30)
  expect(more.next).toBeNull()
})

it('puts an answer about one order in its place', () => {
  const known = withFirstPage(null, page(range(0, 3)))
  const shipped = order(1, { status: 'shipped' })
  expect(inTab(withOrder(known, shipped).orders, 'to-receive')).toEqual([shipped])
})

it('asks for more while a tab shows little', () => {
  const known = withFirstPage(null, fullPage(range(0, 20)))
  expect(needsMore(known, 'all')).toBe(false)
  expect(needsMore(known, 'to-ship')).toBe(false)
  expect(needsMore(known, 'refunds')).toBe(true)
  expect(needsMore(withFirstPage(null, page(range(0, 3))), 'refunds')).toBe(false)
})

it('does not look for unpaid orders that are older than the payment window', () => {
  const old = range(0, 19).concat(order(19, { createdAt: EVENING - PAYMENT_WINDOW_MS - 1 }))
  expect(needsMore(withFirstPage(null, fullPage(range(0, 20))), 'to-pay')).toBe(true)
  expect(needsMore(withFirstPage(null, fullPage(old)), 'to-pay')).toBe(false)
})

it.each([
  ['awaiting-payment', ['to-pay']],
  ['paid', ['to-ship']],
  ['part-shipped', ['to-ship', 'to-receive']],
  ['shipped', ['to-receive']],
  ['received', []],
  ['done', []],
  ['closed', []],
  ['refunded', []],
] as const)('shows an order that is %s among all and in %j', (status, tabs) => {
  const one = [order(1, { status })]
  expect(ORDER_TABS.filter((tab) => inTab(one, tab).length > 0)).toEqual(['all', ...tabs])
})

it('shows every order of which money was asked back under refunds', () => {
  expect(inTab([order(1, { refunds: [aRefund(1, { status: 'withdrawn' })] })], 'refunds')).toHaveLength(1)
})
