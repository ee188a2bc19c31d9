import type { OrderId, PaymentId } from '@/domain/ids'
import type { Result } from '@/domain/result'
import type { EpochMs } from '@/domain/time'
import type { Refused, Unknown } from './payment-gateway'

export interface ReportedParcel {
  /** The carrier as WeChat's list of carriers calls it (`SF`, `ZTO` …). */
  readonly carrierCode: string
  readonly carrierName: string
  readonly trackingNumber: string
  readonly description: string
  /** Whole; an adapter tells as little of it as its wallet asks for. */
  readonly receiverPhone: string
}

/** Where the goods of one paid order are. */
export interface ShippingReport {
  readonly orderId: OrderId
  readonly paymentId: PaymentId
  readonly transactionId: string
  readonly payer: { readonly hostUserId: string }
  readonly description: string
  /** Nothing more follows for this order. */
  readonly isComplete: boolean
  /** Takes the place of what was told before; wallets allow one. */
  readonly isCorrection: boolean
  /** Every parcel of the order so far, 1 to 15. */
  readonly parcels: readonly ReportedParcel[]
  /** When it became so: wallets keep the latest, so that a report that was held up undoes nothing. */
  readonly at: EpochMs
  /** When the order was placed, for the wallet that shows it. */
  readonly orderedAt?: EpochMs
}

/**
 * The duty to tell a wallet that paid goods are on their way: WeChat keeps the money until then. Repeatable: a report
 * that the wallet has already is done.
 */
export interface ShippingReports {
  report(report: ShippingReport): Promise<Result<void, Unknown | Refused>>
}
