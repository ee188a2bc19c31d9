import type { CallError } from '@/services/backend'
import type { Choice } from './choice'

/** One wish to buy: every try of the same wish carries the same key, so that it can become one order at most. */
export interface Intent {
  readonly key: string
  readonly wish: string
}

const wishOf = ({ skuId, quantity, addressId }: Choice): string => `${skuId}|${quantity}|${addressId}`

/** The intent for this choice: the one under way if nothing was changed, else a new one. */
export function intentFor(previous: Intent | null, choice: Choice, makeKey: () => string): Intent {
  const wish = wishOf(choice)
  return previous?.wish === wish ? previous : { key: makeKey(), wish }
}

/** The order may have been placed although no good answer came: the next try must be the same one. */
const MAYBE_PLACED: ReadonlySet<CallError['code']> = new Set([
  'offline',
  'timeout',
  'unreadable',
  'busy',
  'internal',
])

/** What is left of an intent after a failure: a clear refusal ends it, so that trying again is a new wish. */
export const afterFailure = (intent: Intent, error: CallError): Intent | null =>
  MAYBE_PLACED.has(error.code) ? intent : null
