import type { Prepay } from '@/contracts/payments'

/** What the sheet said when it closed. Never proof of anything: ask `payments/confirm` afterwards. */
export type SheetOutcome = 'approved' | 'cancelled' | 'unknown'

export interface PaymentSheet {
  /** Opens the wallet over the page and returns when it has closed. */
  open(prepay: Prepay): Promise<SheetOutcome>
}
