import type { ShopOrder } from '@/contracts/orders'
import { anOrder, EVENING } from '../../../test/builders/wire'
import { beforeOf, isNews, withNewest, withOlder } from './shop-orders'

const order = (n: number, overrides: Partial<ShopOrder> = {}): ShopOrder => ({
  ...anOrder(n, { createdAt: EVENING - n * 1_000 }),
  buyerName: '林小满',
  buyerHost: 'weapp',
  sharedBy: null,
  ...overrides,
})
const range = (from: number, to: number): ShopOrder[] =>
  Array.from({ length: to - from }, (_, index) => order(from + index))

it('has no news at the first asking', () => {
  const known = withNewest(null, range(1, 4))
  expect(known.orders.map((one) => isNews(known, one))).toEqual([false, false, false])
})

it('marks an order that came in while it was looking, for a while', () => {
  let known = withNewest(withNewest(null, range(1, 4)), range(0, 4))
  expect(isNews(known, order(0))).toBe(true)
  for (let turn = 0; turn < 5; turn += 1) known = withNewest(known, range(0, 4))
  expect(isNews(known, order(0))).toBe(false)
})

it('marks an order that was paid meanwhile', () => {
  const paid = order(1, { status: 'paid' })
  const known = withNewest(withNewest(null, range(1, 4)), [paid, ...range(2, 4)])
  expect(isNews(known, paid)).toBe(true)
})

it('keeps older pages under the newest one, and does not call them news', () => {
  const first = withNewest(withNewest(null, range(1, 21)), range(1, 21))
  const both = withOlder(first, range(21, 41))
  const again = withNewest(both, range(0, 20))
  expect(again.orders).toHaveLength(41)
  expect(isNews(again, order(30))).toBe(false)
  expect(beforeOf(again)).toBe(EVENING - 40_000)
})

it('knows the end', () => {
  expect(beforeOf(withNewest(null, range(0, 3)))).toBeNull()
  expect(beforeOf(withOlder(withNewest(null, range(0, 20)), range(20, 25)))).toBeNull()
})
