import type { OrderId } from '@/domain/ids'
import type { OrderStatus } from '@/domain/order'
import type { EpochMs } from '@/domain/time'
import type { MemoryTables } from '../../../cloudfunctions/_kernel/adapters/trade-store/memory-trade-store'
import type { TradeDraft, WholeOrder } from '../../../cloudfunctions/_kernel/trade/trade-draft'
import type {
  ClaimRow,
  JobRow,
  PaymentRow,
  RefundRow,
} from '../../../cloudfunctions/_kernel/trade/trade-rows'
import { Violation } from '../engine/violation'
import { Counters } from './counters'
import { expectParcels } from './goods'
import { Holdings } from './holdings'
import { Intents } from './intents'
import { JobBook } from './jobs'
import { type Desks, expectMoney } from './money'
import { expectPrice } from './prices'
import { expectStep } from './statuses'
import { Tally } from './tally'

/**
 * A second opinion. It looks at what every commit left in the tables, by rules written down here once more, and never
 * asks the code under test. Only what a commit touched is looked at again; the counters of the one shop always are.
 */
export class Books {
  readonly intents = new Intents()
  /** Told of refunds that wait for a person. */
  onOpenRefund: (refund: RefundRow) => void = () => undefined
  readonly #held = new Tally()
  readonly #holdings = new Holdings(this.#held)
  readonly #counters: Counters
  readonly #jobs: JobBook
  readonly #statuses = new Map<OrderId, OrderStatus>()
  readonly #transactions = new Map<string, string | null>()
  readonly #seen = new Set<string>()

  constructor(
    private readonly tables: MemoryTables,
    private readonly desks: Desks,
  ) {
    this.#counters = new Counters(tables, this.#held)
    this.#jobs = new JobBook(tables)
  }

  earliestJob(kinds: ReadonlySet<string>): EpochMs | null {
    return this.#jobs.earliest(kinds)
  }

  taken(jobs: readonly JobRow[], now: EpochMs): void {
    this.#jobs.taken(jobs, now)
  }

  finished(job: JobRow): void {
    this.#jobs.finished(job)
  }

  committed(draft: TradeDraft): void {
    const touched = new Set<OrderId>()
    for (const row of draft.orders.changed()) touched.add(row.order_id)
    for (const row of draft.payments.changed()) this.#expectFinal(row, touched)
    for (const row of draft.refunds.changed()) this.#meet(row, touched)
    for (const row of draft.parcels.changed()) touched.add(row.order_id)
    for (const row of draft.claims.changed()) this.#meetClaim(row)
    for (const orderId of touched) this.#expectOrder(orderId)
    const { skus, flashSales, coupons, claims, counts, ledger } = draft
    const tables = [skus, flashSales, coupons, claims, counts]
    const isCounted =
      touched.size > 0 || ledger.length > 0 || tables.some((rows) => rows.changed().length > 0)
    if (isCounted) this.#counters.expectAll()
  }

  whole(orderId: OrderId): WholeOrder {
    const { orders, lines, payments, refunds, parcels } = this.tables
    const order = orders.get(orderId)
    if (!order) throw new Violation(`${orderId} is gone`)
    return {
      order,
      lines: lines.get(orderId) ?? [],
      payments: payments.ofOrder(orderId),
      refunds: refunds.ofOrder(orderId),
      parcels: parcels.ofOrder(orderId),
    }
  }

  #expectOrder(orderId: OrderId): void {
    const whole = this.whole(orderId)
    const { order } = whole
    const before = this.#statuses.get(orderId)
    expectStep(orderId, before, order.status)
    this.#statuses.set(orderId, order.status)
    if (before === undefined) {
      expectPrice(whole)
      this.intents.made(order.buyer_id, 'orders/place-order')
    }
    expectMoney(whole, this.desks)
    expectParcels(whole)
    this.#holdings.update(whole)
  }

  /** What a wallet told is told for ever. */
  #expectFinal(
    { payment_id: id, order_id, transaction_id: transaction }: PaymentRow,
    touched: Set<OrderId>,
  ): void {
    touched.add(order_id)
    const before = this.#transactions.get(id) ?? null
    if (before !== null && before !== transaction) throw new Violation(`${id} forgot that it was paid`)
    this.#transactions.set(id, transaction)
  }

  #meet(refund: RefundRow, touched: Set<OrderId>): void {
    const { refund_id: id, order_id: orderId, cause, status } = refund
    touched.add(orderId)
    if (status === 'requested' || status === 'failed') this.onOpenRefund(refund)
    if (this.#seen.has(id)) return
    this.#seen.add(id)
    const order = this.tables.orders.get(orderId)
    if (cause === 'buyer' && order) this.intents.made(order.buyer_id, 'orders/request-refund')
    if (cause === 'merchant') this.intents.made('shop', 'orders/refund-order')
  }

  #meetClaim({ claim_id: id, coupon_id: couponId, person_id: personId, user_id: userId }: ClaimRow): void {
    if (this.#seen.has(id)) return
    this.#seen.add(id)
    this.#held.add(`had ${couponId} ${personId}`, 1)
    this.intents.made(userId, 'coupons/claim')
  }
}
