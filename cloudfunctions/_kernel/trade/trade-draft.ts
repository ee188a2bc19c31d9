import {
  type CouponId,
  type FlashSaleId,
  merchantOf,
  type OrderId,
  type ParcelId,
  type PersonId,
  type RefundId,
  type SkuId,
  type UserId,
} from '@/domain/ids'
import { err, ok, type Result } from '@/domain/result'
import { moveStock, type StockMove } from '@/domain/stock'
import type { EpochMs } from '@/domain/time'
import type { JobKind } from '../database/trade-tables'
import type { Ids } from '../ports/ids'
import type { Intent } from '../ports/intent'
import { PartSet, RowSet } from './row-set'
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
} from './trade-rows'

export const intentKey = ({ userId, operation, key }: Omit<Intent, 'contentHash'>): string =>
  `${userId} ${operation} ${key}`
export const keyOfRow = (row: TradeKeyRow): string =>
  intentKey({ userId: row.user_id, operation: row.operation, key: row.key })
export const countKey = (subject: string, personId: PersonId): string => `${subject} ${personId}`

/** An order with everything that hangs on it. */
export interface WholeOrder {
  readonly order: OrderRow
  readonly lines: readonly LineRow[]
  readonly payments: readonly PaymentRow[]
  readonly refunds: readonly RefundRow[]
  readonly parcels: readonly ParcelRow[]
}

/** Between two notices of how many are left; what runs out, or comes back, is told at once. */
export const ANNOUNCE_EVERY_MS = 1_000

/**
 * What one transaction sees and changes. Decisions are made on it and nowhere else, so they are the same over every
 * store; each of them checks first and changes after, because others of its batch are committed with it.
 */
export class TradeDraft {
  readonly orders: RowSet<OrderRow>
  readonly payments: PartSet<PaymentRow>
  readonly refunds: PartSet<RefundRow>
  readonly parcels: PartSet<ParcelRow>
  readonly lines: PartSet<LineRow>
  readonly skus: RowSet<SkuRow>
  readonly flashSales: RowSet<FlashSaleRow>
  readonly coupons: RowSet<CouponRow>
  readonly claims: RowSet<ClaimRow>
  readonly counts: RowSet<PersonCountRow>
  readonly keys: RowSet<TradeKeyRow>
  readonly ledger: LedgerRow[] = []
  readonly jobs: JobRow[] = []
  /** SKUs of which the rooms hear in this commit. */
  readonly announced = new Set<SkuId>()
  readonly freight: FreightRow | null
  readonly #shelf: readonly ShelfRow[]

  constructor(
    rows: TradeRows,
    readonly now: EpochMs,
    readonly ids: Ids,
  ) {
    this.orders = new RowSet((row) => row.order_id, rows.orders)
    this.lines = new PartSet((row) => `${row.order_id} ${row.line}`, rows.lines)
    this.payments = new PartSet((row) => row.payment_id, rows.payments)
    this.refunds = new PartSet((row) => row.refund_id, rows.refunds)
    this.parcels = new PartSet((row) => row.parcel_id, rows.parcels)
    this.skus = new RowSet((row) => row.sku_id, rows.skus)
    this.flashSales = new RowSet((row) => row.flash_sale_id, rows.flashSales)
    this.coupons = new RowSet((row) => row.coupon_id, rows.coupons)
    this.claims = new RowSet((row) => row.claim_id, rows.claims)
    this.counts = new RowSet((row) => countKey(row.subject, row.person_id), rows.counts)
    this.keys = new RowSet(keyOfRow, rows.keys)
    this.freight = rows.freight
    this.#shelf = rows.shelf
  }

  whole(orderId: OrderId): WholeOrder | null {
    const order = this.orders.get(orderId)
    if (!order) return null
    return {
      order,
      lines: this.lines.ofOrder(orderId),
      payments: this.payments.ofOrder(orderId),
      refunds: this.refunds.ofOrder(orderId),
      parcels: this.parcels.ofOrder(orderId),
    }
  }

  /** The room, and the SKU on its shelf if it is there. */
  shelfOf(
    roomId: string,
    skuId: SkuId,
  ): { readonly room: ShelfRow | null; readonly shelved: ShelfRow | null } {
    const room = this.#shelf.find((row) => row.room_id === roomId) ?? null
    return {
      room,
      shelved: this.#shelf.find((row) => row.room_id === roomId && row.sku_id === skuId) ?? null,
    }
  }

  /** What came of the intent before, null when this is the first time; the same key for something else is refused. */
  earlier(intent: Intent): Result<string | null, { readonly code: 'idempotency-conflict' }> {
    const row = this.keys.get(intentKey(intent))
    if (!row) return ok(null)
    return row.content_hash === intent.contentHash ? ok(row.subject) : err({ code: 'idempotency-conflict' })
  }

  /** Keeps what came of the intent, in the commit that does it. */
  keep(intent: Intent, subject: string, merchantId: OrderRow['merchant_id']): void {
    this.keys.put({
      merchant_id: merchantId,
      user_id: intent.userId,
      operation: intent.operation,
      key: intent.key,
      content_hash: intent.contentHash,
      subject,
      created_at: this.now,
    })
  }

  had(subject: FlashSaleId | CouponId, personId: PersonId): number {
    return this.counts.get(countKey(subject, personId))?.had ?? 0
  }

  count(subject: FlashSaleId | CouponId, personId: PersonId, more: number): void {
    const had = this.had(subject, personId) + more
    if (had < 0) throw new Error(`${personId} cannot have had ${had} of ${subject}`)
    this.counts.put({ merchant_id: merchantOf(subject), subject, person_id: personId, had })
  }

  /** Moves units and writes the ledger; the caller has made sure that they are there. */
  move(
    { skuId, quantity }: { readonly skuId: SkuId; readonly quantity: number },
    move: StockMove,
    why: { readonly orderId?: OrderId; readonly actorId?: UserId; readonly reason?: string } = {},
  ): void {
    const sku = this.skus.need(skuId)
    const after = moveStock(sku, move, quantity)
    if (!after) throw new Error(`${quantity} of ${skuId} cannot be ${move}`)
    this.skus.put({ ...sku, ...after, ...this.#announce(sku, after.available) })
    this.ledger.push({
      merchant_id: sku.merchant_id,
      entry_id: this.ids.makeEntryId(),
      sku_id: skuId,
      move,
      quantity,
      order_id: why.orderId ?? null,
      actor_id: why.actorId ?? null,
      reason: why.reason ?? '',
      at: this.now,
    })
  }

  /** Tells the rooms now what they do not know yet. */
  announce(skuId: SkuId): void {
    const sku = this.skus.need(skuId)
    this.announced.add(skuId)
    this.skus.put({ ...sku, announced_at: this.now, is_unannounced: false })
  }

  #announce(sku: SkuRow, available: number): Pick<SkuRow, 'announced_at' | 'is_unannounced'> {
    const { announced_at, is_unannounced } = sku
    if (available === sku.available) return { announced_at, is_unannounced }
    const isNews = available === 0 || sku.available === 0
    if (!isNews && this.now < announced_at + ANNOUNCE_EVERY_MS && !this.announced.has(sku.sku_id))
      return { announced_at, is_unannounced: true }
    this.announced.add(sku.sku_id)
    return { announced_at: this.now, is_unannounced: false }
  }

  /** Leaves work for later; the same work is left once, and left again when it was done. */
  later(kind: JobKind, subject: OrderId | RefundId | ParcelId, dueAt: EpochMs): void {
    const merchantId = merchantOf(subject)
    this.jobs.push({
      merchant_id: merchantId,
      job_id: this.ids.make('job', merchantId),
      kind,
      subject,
      due_at: dueAt,
      attempts: 0,
      done_at: null,
    })
  }
}
