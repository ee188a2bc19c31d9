import type { Prepay } from '@/contracts/payments'
import type { BillDay, BillRow } from '@/domain/bill'
import type { OrderId, PaymentId, UserId } from '@/domain/ids'
import type { Fen } from '@/domain/money'
import type { Result } from '@/domain/result'
import type { EpochMs } from '@/domain/time'

export interface PaymentRequest {
  /** Our number for this attempt; the wallet's `out_trade_no`. The same number never charges twice. */
  readonly paymentId: PaymentId
  readonly orderId: OrderId
  readonly amount: Fen
  readonly description: string
  /** The buyer as the wallet's host knows them (openid). */
  readonly payer: { readonly userId: UserId; readonly hostUserId: string }
  readonly expiresAt: EpochMs
}

/** What a wallet says about one attempt. `closed`: it can never be paid any more. */
export type PaymentState =
  | {
      readonly status: 'paid'
      readonly transactionId: string
      readonly amount: Fen
      readonly paidAt: EpochMs
    }
  | { readonly status: 'unpaid' }
  | { readonly status: 'closed' }

export type PaymentNotice =
  | {
      readonly kind: 'paid'
      readonly paymentId: string
      readonly transactionId: string
      readonly amount: Fen
      readonly paidAt: EpochMs
    }
  /** Signed and well formed, but nothing for us to do (a refund's notice, a closed trade …). */
  | { readonly kind: 'other' }

export interface RefundRequest {
  readonly paymentId: PaymentId
  /** Our number for this refund; the same number never refunds twice. */
  readonly refundId: string
  readonly amount: Fen
  readonly total: Fen
  readonly reason: string
}

/** What a wallet says about one refund. `none`: it never saw that number, so nothing moved and nothing will. */
export type RefundState =
  | { readonly status: 'done'; readonly amount: Fen }
  | { readonly status: 'under-way' }
  /** The money did not reach the buyer and will not by itself. */
  | { readonly status: 'failed'; readonly reason: string }
  | { readonly status: 'none' }

/** A webhook as it came in: the signature covers the raw bytes, so nothing may be parsed and re-serialised before. */
export interface RawWebhook {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** The request may or may not have reached the wallet: ask with `query` before deciding anything. */
export interface Unknown {
  readonly code: 'unknown'
  readonly cause: unknown
}
/** The wallet answered and refused. */
export interface Refused {
  readonly code: 'refused'
  readonly reason: string
}

/** One wallet. Every reply's signature is verified before it is believed; a bad one counts as `unknown`. */
export interface PaymentGateway {
  /** Opens the attempt at the wallet and returns what the host's payment sheet needs. Repeatable. */
  create(request: PaymentRequest): Promise<Result<Prepay, Unknown | Refused>>
  /** What became of the attempt. A number the wallet never saw is `unpaid`. */
  query(paymentId: PaymentId): Promise<Result<PaymentState, Unknown>>
  /** Makes sure the attempt can not be paid any more; `refused` when it has been paid. */
  close(paymentId: PaymentId): Promise<Result<void, Unknown | Refused>>
  /** Sends money back; `done` false means under way: ask again with the same number. */
  refund(request: RefundRequest): Promise<Result<{ readonly done: boolean }, Unknown | Refused>>
  /** What became of a refund, by the numbers it was asked for with. */
  queryRefund(refund: {
    readonly paymentId: PaymentId
    readonly refundId: string
  }): Promise<Result<RefundState, Unknown>>
  /**
   * Every payment and refund of a day, as the wallet booked them. `not-ready`: the day is not over, or its bill not
   * written yet. A bill that can not be read to the last row is `unknown`: half a bill looks like missing money.
   */
  downloadBill(day: BillDay): Promise<Result<readonly BillRow[], Unknown | { readonly code: 'not-ready' }>>
  /** Checks who signed the notice, for which merchant and app, and when; amounts are for the caller to compare. */
  readNotice(webhook: RawWebhook): Promise<Result<PaymentNotice, { readonly code: 'forged' | 'malformed' }>>
  /** The reply that makes the wallet stop, or start again, telling. */
  acknowledge(isTaken: boolean): { readonly status: number; readonly type: string; readonly body: string }
}
