import { err, ok, type Result } from '@/domain/result'
import type { PaymentState, Refused, Unknown } from '../../ports/payment-gateway'
import { unknownOutcome } from './unknown-outcome'

interface CloseRefusal {
  readonly reason: string
  /** The wallet says it never saw this number, so nobody holds anything that could be paid. */
  readonly isNeverSeen: boolean
}

/**
 * What a refused close means. Stock is released on the strength of a close, so the wallet's signed word about the
 * trade decides, not the error code of the refusal.
 */
export function settleClose(
  refusal: CloseRefusal,
  state: Result<PaymentState, Unknown>,
): Result<void, Unknown | Refused> {
  if (!state.ok) return state
  switch (state.value.status) {
    case 'closed':
      return ok(undefined)
    case 'paid':
      return err({ code: 'refused', reason: 'paid' })
    case 'unpaid':
      return refusal.isNeverSeen ? ok(undefined) : err(unknownOutcome(new Error(refusal.reason)))
  }
}
