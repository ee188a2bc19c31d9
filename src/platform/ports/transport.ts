import type { Result } from '@/domain/result'

export interface WireRequest {
  readonly functionName: string
  readonly operation: string
  readonly input: unknown
  readonly token?: string
  readonly idempotencyKey?: string
}
export type TransportFailure = 'offline' | 'timeout' | 'unreadable'

export interface Transport {
  /** Carries one call to the cloud function and returns the reply as it came, not yet checked. */
  send(request: WireRequest): Promise<Result<unknown, TransportFailure>>
  /** The same when the page is going away: nobody waits for the reply. */
  sendAndForget(request: WireRequest): void
}
