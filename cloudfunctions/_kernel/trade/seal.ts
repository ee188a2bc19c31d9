import { createHash } from 'node:crypto'
import type { Price } from '@/domain/price-order'
import { canonicalJson } from '../canonical-json'

/**
 * A fingerprint of a price and everything that explains it. A buyer who sends it back says which price they saw; it
 * proves nothing else, and needs no secret: the server prices the order anew in any case.
 */
export const sealOf = (price: Price): string =>
  createHash('sha256').update(canonicalJson(price)).digest('base64url').slice(0, 22)
