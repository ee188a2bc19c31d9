import type { ErrorCode } from '@/contracts/errors'
import type { TransportFailure } from '@/platform/ports/transport'

/** What a call can fail with: a code from the wire, or why nothing readable came back. */
export interface CallError {
  readonly code: ErrorCode | TransportFailure
  readonly field?: string | undefined
  /** How many can still be had where a limit was reached. */
  readonly left?: number | undefined
  readonly correlationId?: string | undefined
}
