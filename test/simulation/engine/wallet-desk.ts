import type { Wallet } from '@/contracts/schemas'
import { toFen, type Fen } from '@/domain/money'
import { err, ok, type Result } from '@/domain/result'
import type { EpochMs } from '@/domain/time'
import type {
  PaymentRequest,
  PaymentState,
  Refused,
  RefundRequest,
  RefundState,
} from '../../../cloudfunctions/_kernel/ports/payment-gateway'
import type { Random } from './random'
import { Violation } from './violation'

/** Money that the wallet took from a buyer. */
export interface Charge {
  readonly paymentId: string
  readonly transactionId: string
  readonly amount: Fen
  readonly paidAt: EpochMs
  /** We told the wallet that we know. */
  isAcknowledged: boolean
}
interface Trade {
  readonly amount: Fen
  state: 'open' | 'closed' | 'paid'
}
interface KeptRefund {
  readonly paymentId: string
  readonly amount: Fen
  status: 'under-way' | 'done'
}

/** The payment company itself: what it holds survives everything, and nobody else changes it. */
export class WalletDesk {
  readonly charges = new Map<string, Charge>()
  readonly refunds = new Map<string, KeptRefund>()
  readonly saidRefused = new Set<string>()
  /** Numbers that somebody asked to close. */
  readonly closeHeard = new Set<string>()
  readonly #trades = new Map<string, Trade>()
  readonly #refusals = new Map<string, number>()
  #transactions = 0

  constructor(
    readonly name: Wallet,
    private readonly random: Random,
    /**
     * Whether closed is closed. A loose wallet opens a number that was closed before it knew it, and now and then
     * takes money that was on its way while the trade was being closed.
     */
    private readonly isStrict: boolean,
  ) {}

  isOpen(paymentId: string): boolean {
    return this.#trades.get(paymentId)?.state === 'open'
  }

  open({ paymentId, amount }: Pick<PaymentRequest, 'paymentId' | 'amount'>): Result<void, Refused> {
    const trade = this.#trades.get(paymentId)
    if (!trade) {
      this.#trades.set(paymentId, { amount, state: 'open' })
      return ok(undefined)
    }
    if (trade.state === 'open' && trade.amount === amount) return ok(undefined)
    return err({ code: 'refused', reason: trade.state === 'paid' ? 'ORDERPAID' : 'ORDER_CLOSED' })
  }

  state(paymentId: string): PaymentState {
    const charge = this.charges.get(paymentId)
    if (charge) {
      const { transactionId, amount, paidAt } = charge
      return { status: 'paid', transactionId, amount, paidAt }
    }
    return { status: this.#trades.get(paymentId)?.state === 'closed' ? 'closed' : 'unpaid' }
  }

  close(paymentId: string): Result<void, Refused> {
    const trade = this.#trades.get(paymentId)
    if (trade?.state === 'paid') return err({ code: 'refused', reason: 'ORDERPAID' })
    this.closeHeard.add(paymentId)
    if (trade) trade.state = 'closed'
    else if (this.isStrict) this.#trades.set(paymentId, { amount: toFen(0), state: 'closed' })
    return ok(undefined)
  }

  /** The buyer approves; null when there is nothing to pay any more. */
  pay(paymentId: string, at: EpochMs): Charge | null {
    const trade = this.#trades.get(paymentId)
    const isOnItsWay = trade?.state === 'closed' && !this.isStrict && this.random.chance(0.3)
    if (!trade || !(trade.state === 'open' || isOnItsWay)) return null
    trade.state = 'paid'
    this.#transactions += 1
    const charge = {
      paymentId,
      transactionId: `tx-${this.name}-${this.#transactions}`,
      amount: trade.amount,
      paidAt: at,
      isAcknowledged: false,
    }
    this.charges.set(paymentId, charge)
    return charge
  }

  refund(request: RefundRequest): Result<{ readonly done: boolean }, Refused> {
    const known = this.refunds.get(request.refundId)
    if (known) {
      if (known.amount !== request.amount || known.paymentId !== request.paymentId)
        throw new Violation(`${request.refundId} was asked for twice, with different words`)
      if (known.status === 'under-way' && this.random.chance(0.6)) known.status = 'done'
      return ok({ done: known.status === 'done' })
    }
    const charge = this.charges.get(request.paymentId)
    if (!charge) throw new Violation(`${request.refundId} is for a payment that never came`)
    if (this.sentBack(request.paymentId) + request.amount > charge.amount)
      throw new Violation(`${request.refundId} asks for more than was paid`)
    if (this.#refuses(request.refundId)) return err({ code: 'refused', reason: 'NOT_ENOUGH_BALANCE' })
    const status = this.random.chance(0.3) ? 'under-way' : 'done'
    this.refunds.set(request.refundId, { paymentId: request.paymentId, amount: request.amount, status })
    return ok({ done: status === 'done' })
  }

  refundState({ refundId }: { readonly refundId: string }): RefundState {
    const known = this.refunds.get(refundId)
    if (!known) return { status: 'none' }
    return known.status === 'done' ? { status: 'done', amount: known.amount } : { status: 'under-way' }
  }

  /** What went back, or is on its way. */
  sentBack(paymentId: string): number {
    let sum = 0
    for (const refund of this.refunds.values()) if (refund.paymentId === paymentId) sum += refund.amount
    return sum
  }

  /** A shop's balance may be too low for a while. */
  #refuses(refundId: string): boolean {
    const left = this.#refusals.get(refundId) ?? (this.random.chance(0.15) ? this.random.between(1, 2) : 0)
    this.#refusals.set(refundId, Math.max(0, left - 1))
    if (left > 0) this.saidRefused.add(refundId)
    return left > 0
  }
}
