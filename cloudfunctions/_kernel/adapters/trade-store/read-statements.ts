import { namedStatement } from '../../database/statement'
import type { TradeRows } from '../../trade/trade-rows'

// What a transaction locks and sees, as a few statements that go over together. Within one, a table is locked when the
// one before it is, because its ids are made of that one's rows. Each statement looks at the database anew, and so sees
// what was committed while the one before waited for its locks: that is why counts come after offers, and keys, the
// shelf and an order's parts last. What hangs on a row by a key that never changes (an order's lines, its claim, a
// claim's coupon) may be older than the lock.

const TYPES = {
  merchant: 'text',
  orders: 'text[]',
  payments: 'text[]',
  skus: 'text[]',
  flash: 'text[]',
  claims: 'text[]',
  coupons: 'text[]',
  persons: 'text[]',
  users: 'text[]',
  operations: 'text[]',
  keys: 'text[]',
  rooms: 'text[]',
  now: 'bigint',
} as const

const all = (rows: string, order = ''): string =>
  `(select coalesce(json_agg(r${order}), '[]') from ${rows} r)`

/**
 * Rows by their keys, one look-up a key, in the order of the keys. A plan that is kept was made when a table was small,
 * and in a small table a shop's rows may as well be searched through; said like this, there is nothing to choose.
 */
const byKey = (table: string, { key, ids, lock = '' }: Lookup): string => `
  select t.* from unnest(${ids}) as k (id) cross join lateral (
    select * from ${table} where merchant_id = :merchant and ${key} = k.id offset 0 ${lock}) t`
interface Lookup {
  readonly key: string
  readonly ids: string
  readonly lock?: string
}

/** Ids from two sources, each once, in order. */
const together = (named: string, found: string): string =>
  `array(select unnest(${named}) union select id from (${found}) f (id) order by 1)`

const skus = (lock: string): string => `
  select json_build_object('skus', ${all(`(${byKey('skus', { key: 'sku_id', ids: ':skus', lock })})`)})`

/** Orders that are named and those of payments that are named, then the SKUs that are named and those of the orders. */
const ORDERS = together(
  ':orders',
  `select order_id from (${byKey('payments', { key: 'payment_id', ids: ':payments' })}) p`,
)
const orders = (lock: string): string => `
  with o as materialized (${byKey('orders', { key: 'order_id', ids: ORDERS, lock })}),
  s as materialized (${byKey('skus', {
    key: 'sku_id',
    ids: together(
      ':skus',
      `select sku_id from (${byKey('order_lines', { key: 'order_id', ids: 'array(select order_id from o)' })}) l`,
    ),
    lock,
  })})
  select json_build_object('orders', ${all('o')}, 'skus', ${all('s')})`

const part = (table: string, order: string): string =>
  all(`(${byKey(table, { key: 'order_id', ids: 'o.ids' })})`, ` order by ${order}`)
const PARTS = `
  select json_build_object(
    'lines', ${part('order_lines', 'r.order_id, r.line')},
    'payments', ${part('payments', 'r.created_at, r.payment_id')},
    'refunds', ${part('refunds', 'r.created_at, r.refund_id')},
    'parcels', ${part('parcels', 'r.shipped_at, r.parcel_id')})
  from (select ${ORDERS} offset 0) o (ids)`

/** Sales that are named, and those of the SKUs that are not over. */
const FLASH_SALES = together(
  ':flash',
  `select flash_sale_id from (${byKey('flash_sales', { key: 'sku_id', ids: ':skus' })}) f where ends_at > :now`,
)
const offers = (lock: string): string => `
  with f as materialized (${byKey('flash_sales', { key: 'flash_sale_id', ids: FLASH_SALES, lock })}),
  c as materialized (${byKey('coupon_claims', {
    key: 'claim_id',
    // none, and to know that it is none all sales must have been locked
    ids: ':claims || array(select flash_sale_id from f where flash_sale_id is null)',
    lock,
  })}),
  k as materialized (${byKey('coupons', {
    key: 'coupon_id',
    ids: together(':coupons', 'select coupon_id from c'),
    lock,
  })})
  select json_build_object('flashSales', ${all('f')}, 'claims', ${all('c')}, 'coupons', ${all('k')})`

/** What persons had; the sale's or coupon's own lock covers whoever has no row yet. */
const COUPONS = together(
  ':coupons',
  `select coupon_id from (${byKey('coupon_claims', { key: 'claim_id', ids: ':claims' })}) c`,
)
const counts = (lock: string): string => `
  select json_build_object('counts', ${all(`(
    select t.* from unnest(${FLASH_SALES} || ${COUPONS}) as s (id)
    cross join unnest(:persons) as p (id)
    cross join lateral (
      select * from person_counts
      where merchant_id = :merchant and subject = s.id and person_id = p.id offset 0 ${lock}) t)`)})`

const SHOP = `
  select json_build_object(
    'keys', ${all(`(
      select t.* from unnest(:users, :operations, :keys) as k (user_id, operation, key)
      cross join lateral (
        select * from trade_keys where merchant_id = :merchant
          and user_id = k.user_id and operation = k.operation and key = k.key offset 0) t)`)},
    'shelf', ${all(`(
      select r.room_id, r.status as room_status, m.name as merchant_name, s.sku_id, s.product_id,
        s.product_name, s.picture_url, s.live_price_fen, s.is_price_hidden
      from (${byKey('rooms', { key: 'room_id', ids: ':rooms' })}) r
      join merchants m on m.merchant_id = :merchant
      left join lateral (
        select s.sku_id, p.product_id, p.name as product_name, p.picture_url, l.price_fen as live_price_fen,
          i.is_price_hidden
        from (${byKey('skus', { key: 'sku_id', ids: ':skus' })}) s
        join lateral (
          select * from shelf_items
          where merchant_id = :merchant and room_id = r.room_id and product_id = s.product_id offset 0) i on true
        join lateral (
          select * from products where merchant_id = :merchant and product_id = s.product_id offset 0) p on true
        left join lateral (
          select * from live_prices
          where merchant_id = :merchant and room_id = r.room_id and sku_id = s.sku_id offset 0) l on true
      ) s on true)`)},
    'freight', (select to_json(r) from freight_templates r where r.merchant_id = :merchant))`

const named = <Tables extends keyof TradeRows>(name: string, text: string) =>
  namedStatement<Pick<TradeRows, Tables>, keyof typeof TYPES>({ name, types: TYPES }, text)

const reading = (name: string, lock: string) => ({
  skus: named<'skus'>(`${name}-skus`, skus(lock)),
  orders: named<'orders' | 'skus'>(`${name}-orders`, orders(lock)),
  parts: named<'lines' | 'payments' | 'refunds' | 'parcels'>('see-parts', PARTS),
  offers: named<'flashSales' | 'claims' | 'coupons'>(`${name}-offers`, offers(lock)),
  counts: named<'counts'>(`${name}-counts`, counts(lock)),
  shop: named<'keys' | 'shelf' | 'freight'>('see-shop', SHOP),
})

export const LOCKING = reading('lock', 'for update')
export const LOOKING = reading('look', '')
