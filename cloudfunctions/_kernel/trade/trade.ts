import type { WireError } from '@/contracts/errors'
import { merchantOf, type ClaimId, type MerchantId } from '@/domain/ids'
import type { Result } from '@/domain/result'
import type { Log } from '../ports/log'
import type { TradeStore } from '../ports/trade-store'
import { claimCoupon, type ClaimWish } from './claim-coupon'
import { Gather, type Limits, type Soon } from './gather'
import { type OrderWish, type PlacedOrder, placeOrder, scopeOfWishes } from './place-order'
import { type ReceivedPayment, settlePayment, type Settlement } from './settle-payment'

const LIMITS: Limits = { batch: 256, waiting: 2_000 }

/** What is decided for crowds, under the store's locks. The simulator plants wrong ones to see that it finds them. */
export interface Decisions {
  readonly place: typeof placeOrder
  readonly settle: typeof settlePayment
  readonly claim: typeof claimCoupon
}
const DECISIONS: Decisions = { place: placeOrder, settle: settlePayment, claim: claimCoupon }

interface TradeParts {
  readonly store: TradeStore
  readonly log: Log
  readonly decisions?: Decisions
  readonly soon?: Soon
  readonly limits?: Limits
}

/**
 * The order book of one process. What crowds ask for at one moment is gathered by shop and committed together;
 * everything else goes to the store as it comes. Several processes may run on one database: rows are locked, not
 * owned, and each process commits its own batches.
 */
export class Trade {
  readonly store: TradeStore
  readonly #log: Log
  readonly #decisions: Decisions
  readonly #orders: Gather<OrderWish, Result<PlacedOrder, WireError>>
  readonly #payments: Gather<ReceivedPayment, Settlement>
  readonly #claims: Gather<ClaimWish, Result<ClaimId, WireError>>

  constructor({ store, log, decisions = DECISIONS, soon = setImmediate, limits = LIMITS }: TradeParts) {
    this.store = store
    this.#log = log
    this.#decisions = decisions
    this.#orders = new Gather((shop, wishes) => this.#placeOrders(shop as MerchantId, wishes), limits, soon)
    this.#payments = new Gather((shop, told) => this.#settle(shop as MerchantId, told), limits, soon)
    this.#claims = new Gather((shop, wishes) => this.#claim(shop as MerchantId, wishes), limits, soon)
  }

  /** The order once it is committed, however often the same intent comes. */
  async place(wish: OrderWish): Promise<Result<PlacedOrder, WireError>> {
    const outcome = await this.#orders.add(merchantOf(wish.roomId), wish)
    return outcome.ok ? outcome.value : outcome
  }

  async settle(received: ReceivedPayment): Promise<Settlement> {
    const outcome = await this.#payments.add(merchantOf(received.paymentId), received)
    if (!outcome.ok) return 'busy'
    const settlement = outcome.value
    if (settlement === 'mismatch' || settlement === 'unknown-payment')
      this.#log.alarm('payment-not-settled', { ...received, settlement })
    return settlement
  }

  async claim(wish: ClaimWish): Promise<Result<ClaimId, WireError>> {
    const outcome = await this.#claims.add(merchantOf(wish.couponId), wish)
    return outcome.ok ? outcome.value : outcome
  }

  async #placeOrders(
    merchantId: MerchantId,
    wishes: readonly OrderWish[],
  ): Promise<readonly Result<PlacedOrder, WireError>[]> {
    const buyers = await this.store.findBuyers(
      wishes.map(({ intent, addressId }) => ({ userId: intent.userId, addressId })),
    )
    const ready = wishes.map((wish, index) => ({ wish, merchantId, buyer: buyers[index] ?? null }))
    return this.store.transact(scopeOfWishes(merchantId, ready), (draft) =>
      ready.map((one) => this.#decisions.place(draft, one)),
    )
  }

  #settle(merchantId: MerchantId, told: readonly ReceivedPayment[]): Promise<readonly Settlement[]> {
    const payments = told.map(({ paymentId }) => paymentId)
    return this.store.transact({ merchantId, payments }, (draft) =>
      told.map((received) => this.#decisions.settle(draft, received)),
    )
  }

  async #claim(
    merchantId: MerchantId,
    wishes: readonly ClaimWish[],
  ): Promise<readonly Result<ClaimId, WireError>[]> {
    const scope = {
      merchantId,
      coupons: wishes.map(({ couponId }) => couponId),
      persons: wishes.map(({ personId }) => personId),
      intents: wishes.map(({ intent }) => intent),
    }
    return this.store.transact(scope, (draft) => wishes.map((wish) => this.#decisions.claim(draft, wish)))
  }
}
