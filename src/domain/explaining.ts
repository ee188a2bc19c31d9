import type { ProductId } from './ids'

/** Cards of more products than these would cover the show. */
export const MOST_EXPLAINED = 3

/** What the host explains after beginning with a product: it alone, or together with what was explained before. */
export function withExplained(
  explaining: readonly ProductId[],
  productId: ProductId,
  together: boolean,
): readonly ProductId[] {
  if (!together) return [productId]
  // An explanation that goes on keeps its place.
  return explaining.includes(productId) ? explaining : [...explaining, productId].slice(-MOST_EXPLAINED)
}

export const withoutExplained = (
  explaining: readonly ProductId[],
  productId: ProductId,
): readonly ProductId[] => explaining.filter((other) => other !== productId)
