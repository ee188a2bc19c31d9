import { isSoldOut, type Product } from '@/domain/product'

/** How much there is, as a shop assistant would put it: only little stock is worth counting aloud. */
export type StockWords =
  | { readonly kind: 'sold-out' }
  | { readonly kind: 'few'; readonly left: number }
  | { readonly kind: 'plenty' }

const FEW = 20

export function stockWords(product: Product): StockWords {
  if (isSoldOut(product)) return { kind: 'sold-out' }
  const left = product.skus.reduce((sum, sku) => sum + sku.available, 0)
  return left <= FEW ? { kind: 'few', left } : { kind: 'plenty' }
}
