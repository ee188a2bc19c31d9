import type {
  ClaimId,
  CouponId,
  MerchantId,
  OrderId,
  ParcelId,
  PaymentId,
  PersonId,
  RefundId,
  RoomId,
  SkuId,
  UserId,
} from '@/domain/ids'
import type { AddressId } from '@/domain/ids'
import type { EpochMs } from '@/domain/time'
import type { JobKind } from '../database/trade-tables'
import type { Intent } from './intent'
import type { TradeDraft } from '../trade/trade-draft'
import type { JobRow } from '../trade/trade-rows'

/**
 * What a transaction needs, and locks in this order: orders (with their lines, payments, refunds, parcels), then the
 * SKUs, then their flash sales, then coupons and claims, then what persons had. An order brings its SKUs, flash sales,
 * claim and counts with it. An id may be named more than once.
 */
export interface Scope {
  readonly merchantId: MerchantId
  readonly orders?: readonly OrderId[]
  /** Attempts to pay; each brings its order, as if that had been named. */
  readonly payments?: readonly PaymentId[]
  readonly skus?: readonly SkuId[]
  readonly claims?: readonly ClaimId[]
  readonly coupons?: readonly CouponId[]
  /** Persons whose counts of the flash sales and coupons in scope matter. */
  readonly persons?: readonly PersonId[]
  /** Rooms with what of the SKUs is on their shelf. Brings the shop's freight, too. */
  readonly rooms?: readonly RoomId[]
  readonly intents?: readonly Intent[]
}

export interface DeliverTo {
  readonly name: string
  readonly phone: string
  readonly region: string
  readonly detail: string
}
/** Who buys, and where it goes. Persons live on their own shard: this is read before the transaction. */
export interface Buyer {
  readonly personId: PersonId
  /** Null when the address is not theirs. */
  readonly deliverTo: DeliverTo | null
}

/** Where orders, stock and money are kept. */
export interface TradeStore {
  /**
   * Locks and reads what `scope` names, lets `decide` look and change, and commits the changes as one. `decide` is
   * pure and quick; it runs again when the database gave the transaction up for another. A throw leaves no trace.
   */
  transact<T>(scope: Scope, decide: (draft: TradeDraft) => T): Promise<T>
  /** Reads what `scope` names without locking it, for showing; changes in the draft go nowhere. */
  look<T>(scope: Scope, read: (draft: TradeDraft) => T): Promise<T>
  /** In the order of the wishes. */
  findBuyers(
    wishes: readonly { readonly userId: UserId; readonly addressId: AddressId | null }[],
  ): Promise<readonly (Buyer | null)[]>
  /** The order that a payment, refund or parcel belongs to, in the order of the ids; null when there is none. */
  ordersOf(ids: readonly (PaymentId | RefundId | ParcelId)[]): Promise<readonly (OrderId | null)[]>
  /** Takes due jobs, oldest first: nobody else gets them until they are due again. */
  takeJobs(kinds: readonly JobKind[], now: EpochMs): Promise<readonly JobRow[]>
  /** The job is done, unless it was taken again meanwhile. */
  finishJob(job: JobRow, now: EpochMs): Promise<void>
}
