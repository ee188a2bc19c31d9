import type { MerchantId, OrderId } from '@/domain/ids'
import type { Clock } from '../../ports/clock'
import type { Ids } from '../../ports/ids'
import type { Buyer, Scope, TradeStore } from '../../ports/trade-store'
import { countKey, intentKey, keyOfRow, TradeDraft } from '../../trade/trade-draft'
import type {
  ClaimRow,
  CouponRow,
  FlashSaleRow,
  FreightRow,
  JobRow,
  LedgerRow,
  LineRow,
  OrderRow,
  ParcelRow,
  PaymentRow,
  PersonCountRow,
  RefundRow,
  ShelfRow,
  SkuRow,
  TradeKeyRow,
  TradeRows,
} from '../../trade/trade-rows'
import { FIRST_RETRY_MS, JOBS_AT_ONCE, LONGEST_RETRY_MS } from './retry'

/** Rows that hang on orders, found by their own key and by their order. */
class PartsOfOrders<Row extends { readonly order_id: OrderId }> {
  readonly #rows = new Map<string, Row>()
  readonly #keys = new Map<OrderId, Set<string>>()

  get(key: string): Row | undefined {
    return this.#rows.get(key)
  }

  set(key: string, row: Row): void {
    this.#rows.set(key, row)
    const keys = this.#keys.get(row.order_id)
    if (keys) keys.add(key)
    else this.#keys.set(row.order_id, new Set([key]))
  }

  values(): IterableIterator<Row> {
    return this.#rows.values()
  }

  ofOrder(orderId: OrderId): readonly Row[] {
    const keys = this.#keys.get(orderId)
    return keys ? pick(this.#rows, keys) : NONE
  }
}
const NONE: readonly never[] = []

export class MemoryTables {
  readonly orders = new Map<string, OrderRow>()
  readonly lines = new Map<string, readonly LineRow[]>()
  readonly payments = new PartsOfOrders<PaymentRow>()
  readonly refunds = new PartsOfOrders<RefundRow>()
  readonly parcels = new PartsOfOrders<ParcelRow>()
  readonly skus = new Map<string, SkuRow>()
  readonly flashSales = new Map<string, FlashSaleRow>()
  readonly coupons = new Map<string, CouponRow>()
  readonly claims = new Map<string, ClaimRow>()
  readonly counts = new Map<string, PersonCountRow>()
  readonly keys = new Map<string, TradeKeyRow>()
  readonly jobs = new Map<string, JobRow>()
  readonly ledger: LedgerRow[] = []
  readonly shelf: ShelfRow[] = []
  readonly freight = new Map<MerchantId, FreightRow>()
  readonly buyers = new Map<string, Buyer>()
}

function pick<Row>(rows: ReadonlyMap<string, Row>, keys: Iterable<string>): Row[] {
  const found: Row[] = []
  for (const key of keys) {
    const row = rows.get(key)
    if (row !== undefined) found.push(row)
  }
  return found
}
const pickOnce = <Row>(rows: ReadonlyMap<string, Row>, keys: readonly string[]): Row[] =>
  keys.length === 0 ? [] : pick(rows, keys.length === 1 ? keys : new Set(keys))

/** Keeps everything in this process and forgets it with it: one transaction after the other, each at once. */
export class MemoryTradeStore implements TradeStore {
  readonly tables: MemoryTables
  readonly #clock: Clock
  readonly #ids: Ids

  constructor(
    parts: { readonly clock: Clock; readonly ids: Ids },
    tables: MemoryTables = new MemoryTables(),
  ) {
    this.#clock = parts.clock
    this.#ids = parts.ids
    this.tables = tables
  }

  async transact<T>(scope: Scope, decide: (draft: TradeDraft) => T): Promise<T> {
    return this.transactNow(scope, decide)
  }

  async look<T>(scope: Scope, read: (draft: TradeDraft) => T): Promise<T> {
    return read(this.draftOf(scope))
  }

  transactNow<T>(scope: Scope, decide: (draft: TradeDraft) => T): T {
    const draft = this.draftOf(scope)
    const outcome = decide(draft)
    this.write(draft)
    return outcome
  }

  /** What a transaction sees; it has no effect before `write`. */
  draftOf(scope: Scope): TradeDraft {
    return new TradeDraft(this.#read(scope), this.#clock.now(), this.#ids)
  }

  #read(scope: Scope): TradeRows {
    const { tables } = this
    const orders = pickOnce(tables.orders, [
      ...(scope.orders ?? []),
      ...(scope.payments ?? []).flatMap((id) => tables.payments.get(id)?.order_id ?? []),
    ])
    const ofOrders = <Row extends { readonly order_id: OrderId }>(
      parts: PartsOfOrders<Row>,
    ): readonly Row[] => orders.flatMap((order) => parts.ofOrder(order.order_id))
    const lines = orders.flatMap((order) => tables.lines.get(order.order_id) ?? [])
    const skus = pickOnce(tables.skus, [...(scope.skus ?? []), ...lines.map((line) => line.sku_id)])
    const isHere = new Set(skus.map((sku) => sku.sku_id))
    const flashSales = [...tables.flashSales.values()].filter((sale) => isHere.has(sale.sku_id))
    const claims = pickOnce(tables.claims, [
      ...(scope.claims ?? []),
      ...orders.flatMap((order) => order.claim_id ?? []),
    ])
    const coupons = pickOnce(tables.coupons, [
      ...(scope.coupons ?? []),
      ...claims.map((claim) => claim.coupon_id),
    ])
    const persons = [...(scope.persons ?? []), ...orders.map((order) => order.person_id)]
    const subjects = [
      ...flashSales.map((sale) => sale.flash_sale_id),
      ...coupons.map((coupon) => coupon.coupon_id),
    ]
    const rooms = new Set<string>(scope.rooms ?? [])
    return {
      orders,
      lines,
      payments: ofOrders(tables.payments),
      refunds: ofOrders(tables.refunds),
      parcels: ofOrders(tables.parcels),
      skus,
      flashSales,
      claims,
      coupons,
      counts: pickOnce(
        tables.counts,
        subjects.flatMap((subject) => persons.map((person) => countKey(subject, person))),
      ),
      keys: pickOnce(tables.keys, (scope.intents ?? []).map(intentKey)),
      shelf: rooms.size === 0 ? [] : tables.shelf.filter((row) => rooms.has(row.room_id)),
      freight: rooms.size === 0 ? null : (tables.freight.get(scope.merchantId) ?? null),
    }
  }

  write(draft: TradeDraft): void {
    const { tables } = this
    for (const row of draft.orders.changed()) tables.orders.set(row.order_id, row)
    for (const row of draft.lines.changed())
      tables.lines.set(row.order_id, [...(tables.lines.get(row.order_id) ?? []), row])
    for (const row of draft.payments.changed()) tables.payments.set(row.payment_id, row)
    for (const row of draft.refunds.changed()) tables.refunds.set(row.refund_id, row)
    for (const row of draft.parcels.changed()) tables.parcels.set(row.parcel_id, row)
    for (const row of draft.skus.changed()) tables.skus.set(row.sku_id, row)
    for (const row of draft.flashSales.changed()) tables.flashSales.set(row.flash_sale_id, row)
    for (const row of draft.coupons.changed()) tables.coupons.set(row.coupon_id, row)
    for (const row of draft.claims.changed()) tables.claims.set(row.claim_id, row)
    for (const row of draft.counts.changed()) tables.counts.set(countKey(row.subject, row.person_id), row)
    for (const row of draft.keys.changed()) tables.keys.set(keyOfRow(row), row)
    tables.ledger.push(...draft.ledger)
    for (const job of draft.jobs) tables.jobs.set(`${job.kind} ${job.subject}`, job)
  }

  async findBuyers(wishes: Parameters<TradeStore['findBuyers']>[0]): Promise<readonly (Buyer | null)[]> {
    return wishes.map(({ userId, addressId }) => {
      const buyer = this.tables.buyers.get(`${userId} ${addressId ?? ''}`)
      const known = buyer ?? this.tables.buyers.get(`${userId} `)
      return known ? { personId: known.personId, deliverTo: buyer?.deliverTo ?? null } : null
    })
  }

  async ordersOf(ids: Parameters<TradeStore['ordersOf']>[0]): Promise<readonly (OrderId | null)[]> {
    const { payments, refunds, parcels } = this.tables
    return ids.map((id) => (payments.get(id) ?? refunds.get(id) ?? parcels.get(id))?.order_id ?? null)
  }

  async takeJobs(...[kinds, now]: Parameters<TradeStore['takeJobs']>): Promise<readonly JobRow[]> {
    const due = [...this.tables.jobs.values()]
      .filter((job) => job.done_at === null && job.due_at <= now && kinds.includes(job.kind))
      .sort((a, b) => a.due_at - b.due_at)
      .slice(0, JOBS_AT_ONCE)
    return due.map((job) => {
      const wait = Math.min(FIRST_RETRY_MS * 2 ** Math.min(job.attempts, 20), LONGEST_RETRY_MS)
      const taken = { ...job, attempts: job.attempts + 1, due_at: now + wait }
      this.tables.jobs.set(`${job.kind} ${job.subject}`, taken)
      return taken
    })
  }

  async finishJob(job: JobRow, now: number): Promise<void> {
    const row = this.tables.jobs.get(`${job.kind} ${job.subject}`)
    if (row?.attempts === job.attempts && row.job_id === job.job_id)
      this.tables.jobs.set(`${job.kind} ${job.subject}`, { ...row, done_at: now })
  }
}
