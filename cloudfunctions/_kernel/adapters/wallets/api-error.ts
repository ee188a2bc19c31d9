import type { Wallet } from '@/contracts/schemas'
import type { Log } from '../../ports/log'
import type { Refused, Unknown } from '../../ports/payment-gateway'

/** A wallet answered, and refused under this name. */
export interface ApiError {
  readonly code: 'api-error'
  readonly name: string
}

/** Turns what went wrong in `operation` into what the port says, and tells the log of refusals. */
export function refusalFor(wallet: Wallet, log: Log) {
  return (operation: string, error: Unknown | ApiError): Unknown | Refused => {
    if (error.code === 'unknown') return error
    log.warn('wallet-refused', { wallet, operation, reason: error.name })
    return { code: 'refused', reason: error.name }
  }
}
