import type { ShopOrder } from '@/contracts/orders'
import { aShopOrder, NOTHING_WAITS } from '../../../test/builders/shop-order'
import { EVENING } from '../../../test/builders/wire'
import { isNews, type ShopOrderPage, withNewest, withOlder, withOrder } from './shop-orders'

const pageOf = (...orders: readonly ShopOrder[]): ShopOrderPage => ({
  orders,
  next: null,
  waiting: NOTHING_WAITS,
  serverTime: EVENING,
})
const range = (from: number, to: number): ShopOrder[] =>
  Array.from({ length: to - from }, (_, index) => aShopOrder(from + index))
const page = (from: number, to: number): ShopOrderPage => pageOf(...range(from, to))
/** A page that others follow. */
const fullPage = (from: number, to: number): ShopOrderPage => ({ ...page(from, to), next: `after ${to - 1}` })

it('has no news at the first asking', () => {
  const known = withNewest(null, page(1, 4))
  expect(known.orders.map((one) => isNews(known, one))).toEqual([false, false, false])
})

it('marks an order that came in while it was looking, for a while', () => {
  let known = withNewest(withNewest(null, page(1, 4)), page(0, 4))
  expect(isNews(known, aShopOrder(0))).toBe(true)
  for (let turn = 0; turn < 5; turn += 1) known = withNewest(known, page(0, 4))
  expect(isNews(known, aShopOrder(0))).toBe(false)
})

it('marks an order whose status changed meanwhile, but not by the shop’s own hand', () => {
  const shipped = aShopOrder(1, { status: 'shipped' })
  const first = withNewest(null, page(1, 4))
  const known = withNewest(first, pageOf(shipped, ...range(2, 4)))
  expect(isNews(known, shipped)).toBe(true)
  const byShop = withNewest(withOrder(first, shipped), pageOf(shipped, ...range(2, 4)))
  expect(isNews(byShop, shipped)).toBe(false)
})

it('keeps older pages under the newest one, and does not call them news', () => {
  const first = withNewest(withNewest(null, fullPage(1, 21)), fullPage(1, 21))
  const both = withOlder(first, fullPage(21, 41))
  const again = withNewest(both, fullPage(0, 20))
  expect(again.orders).toHaveLength(41)
  expect(isNews(again, aShopOrder(30))).toBe(false)
  expect(again.next).toBe('after 40')
})

it('shows no gap when everything on the newest page is new', () => {
  const again = withNewest(withNewest(null, fullPage(40, 60)), fullPage(0, 20))
  expect(again.orders).toHaveLength(20)
  expect(again.next).toBe('after 19')
})

it('knows the end', () => {
  expect(withNewest(null, page(0, 3)).next).toBeNull()
  expect(withOlder(withNewest(null, fullPage(0, 20)), page(20, 25)).next).toBeNull()
})
