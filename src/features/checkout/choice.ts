import type { AddressId, SkuId } from '@/domain/ids'
import { type Fen, timesFen } from '@/domain/money'
import { MAX_QUANTITY, type Product, type Sku } from '@/domain/product'

/** What the person has chosen so far. */
export interface Choice {
  readonly skuId: SkuId | null
  readonly quantity: number
  readonly addressId: AddressId | null
}

/** The first SKU that can be had is taken for granted: one tap less for the usual case. */
export function firstChoice(product: Product): Choice {
  const sku = product.skus.find(({ available }) => available > 0)
  return { skuId: sku?.id ?? null, quantity: 1, addressId: null }
}

export const chosenSku = (product: Product, choice: Choice): Sku | null =>
  product.skus.find(({ id }) => id === choice.skuId) ?? null

export const mostOf = (sku: Sku | null): number => Math.min(sku?.available ?? 0, MAX_QUANTITY)

/** Stock moves while the sheet is open: what can no longer be had in this number is taken down to what can. */
export function fitted(product: Product, choice: Choice): Choice {
  const most = Math.max(1, mostOf(chosenSku(product, choice)))
  return choice.quantity > most ? { ...choice, quantity: most } : choice
}

/** For showing only: the server fixes the price when the order is placed. */
export function shownTotal(product: Product, choice: Choice): Fen | null {
  const sku = chosenSku(product, choice)
  return sku === null ? null : timesFen(sku.price, choice.quantity)
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
