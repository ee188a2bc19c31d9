import type { EpochMs } from '@/domain/time'
import type { Exchange } from '../../database/exchange'
import type { Scope } from '../../ports/trade-store'
import type { TradeRows } from '../../trade/trade-rows'
import { LOCKING, LOOKING } from './read-statements'

type Pair<Names extends keyof TradeRows> = Pick<TradeRows, Names>
const NO_ORDERS: Pair<'orders' | 'lines' | 'payments' | 'refunds' | 'parcels'> = {
  orders: [],
  lines: [],
  payments: [],
  refunds: [],
  parcels: [],
}
const NO_OFFERS: Pair<'flashSales' | 'claims' | 'coupons' | 'counts'> = {
  flashSales: [],
  claims: [],
  coupons: [],
  counts: [],
}
const NO_SHOP: Pair<'keys' | 'shelf' | 'freight'> = { keys: [], shelf: [], freight: null }

const distinct = <T extends string>(ids: readonly T[]): readonly T[] =>
  ids.length < 2 ? ids : [...new Set(ids)].sort()

interface Reading {
  readonly now: EpochMs
  readonly locks: boolean
}

/** What the statements work on: each id once, in the order in which rows are locked. */
const valuesOf = (scope: Scope, now: EpochMs) => {
  const { intents = [] } = scope
  return {
    merchant: scope.merchantId,
    orders: distinct(scope.orders ?? []),
    payments: distinct(scope.payments ?? []),
    skus: distinct(scope.skus ?? []),
    flash: [] as readonly string[],
    claims: distinct(scope.claims ?? []),
    coupons: distinct(scope.coupons ?? []),
    persons: distinct(scope.persons ?? []),
    users: intents.map(({ userId }) => userId),
    operations: intents.map(({ operation }) => operation),
    keys: intents.map(({ key }) => key),
    rooms: distinct(scope.rooms ?? []),
    now,
  }
}

/**
 * Locks and reads, or only reads, everything that the scope names: in one message, and in a second one when orders turn
 * out to hold units of flash sales or a coupon.
 */
export async function readRows(
  exchange: Exchange,
  scope: Scope,
  { now, locks }: Reading,
): Promise<TradeRows> {
  const to = locks ? LOCKING : LOOKING
  const values = valuesOf(scope, now)
  const seesShop = values.rooms.length + values.keys.length > 0
  const hasOrders = values.orders.length + values.payments.length > 0
  if (!hasOrders) {
    const [goods, offers, counts, shop] = await exchange.run([
      to.skus(values),
      to.offers(values),
      to.counts(values),
      seesShop ? to.shop(values) : null,
    ])
    return { ...NO_ORDERS, ...goods, ...offers, ...counts, ...(shop ?? NO_SHOP) }
  }
  const [goods, parts, shop] = await exchange.run([
    to.orders(values),
    to.parts(values),
    seesShop ? to.shop(values) : null,
  ])
  const held = {
    ...values,
    flash: distinct(parts.lines.flatMap((line) => line.flash_sale_id ?? [])),
    claims: distinct([...values.claims, ...goods.orders.flatMap((order) => order.claim_id ?? [])]),
    persons: distinct([...values.persons, ...goods.orders.map((order) => order.person_id)]),
  }
  const holds = held.flash.length + held.claims.length + held.skus.length + held.coupons.length > 0
  const [offers, counts] = holds ? await exchange.run([to.offers(held), to.counts(held)]) : [NO_OFFERS, null]
  return { ...NO_OFFERS, ...goods, ...parts, ...offers, ...counts, ...(shop ?? NO_SHOP) }
}
