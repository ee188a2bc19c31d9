import type { AddressId, ClaimId, SkuId } from '@/domain/ids'
import { MAX_QUANTITY, type Product, type Sku } from '@/domain/product'
import type { KeptChoice } from './choice-memory'

/** What the person has chosen so far. */
export interface Choice {
  readonly skuId: SkuId | null
  readonly quantity: number
  readonly addressId: AddressId | null
  /** `best`: whichever takes most off, as the server finds it; null: none, although one would do. */
  readonly claimId: ClaimId | null | 'best'
}

/**
 * What was chosen before, if it can still be had. Else the first SKU that can be had is taken for granted: one tap less
 * for the usual case.
 */
export function firstChoice(product: Product, kept: KeptChoice | null = null): Choice {
  const canBeHad = product.skus.filter(({ available }) => available > 0)
  const before = kept === null ? undefined : canBeHad.find(({ id }) => id === kept.skuId)
  const quantity = kept !== null && before !== undefined ? kept.quantity : 1
  return { skuId: (before ?? canBeHad[0])?.id ?? null, quantity, addressId: null, claimId: 'best' }
}

export const chosenSku = (product: Product, choice: Choice): Sku | null =>
  product.skus.find(({ id }) => id === choice.skuId) ?? null

export const mostOf = (sku: Sku | null): number => Math.min(sku?.available ?? 0, MAX_QUANTITY)

/** Stock moves while the sheet is open: what can no longer be had in this number is taken down to what can. */
export function fitted(product: Product, choice: Choice): Choice {
  const most = Math.max(1, mostOf(chosenSku(product, choice)))
  return choice.quantity > most ? { ...choice, quantity: most } : choice
}

export type Readiness = 'ready' | 'sold-out' | 'choose-sku' | 'choose-address'

/** What the big button can do now. */
export function readiness(product: Product, choice: Choice): Readiness {
  const sku = chosenSku(product, choice)
  if (product.skus.every(({ available }) => available === 0)) return 'sold-out'
  if (sku === null) return 'choose-sku'
  if (sku.available === 0) return 'sold-out'
  return choice.addressId === null ? 'choose-address' : 'ready'
}
