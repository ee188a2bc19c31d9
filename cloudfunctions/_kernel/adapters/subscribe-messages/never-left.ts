import type { Unknown } from '../../ports/payment-gateway'
import type { NotTold } from '../../ports/subscribe-messages'

const NEVER_LEFT = /\b(ECONNREFUSED|ENOTFOUND|EAI_AGAIN)\b/

/** A request that found no way out was surely not heard. */
export const notHeard = ({ cause }: Unknown): NotTold => ({
  code: cause instanceof Error && NEVER_LEFT.test(cause.message) ? 'not-now' : 'unknown',
  cause,
})
