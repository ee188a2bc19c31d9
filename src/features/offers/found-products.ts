import type { Product } from '@/domain/product'

/** More would not be drawn in one go; the search finds the rest. */
export const MOST_SHOWN = 40

export const found = (products: readonly Product[], search: string): readonly Product[] =>
  products.filter(({ name }) => name.toLowerCase().includes(search.trim().toLowerCase()))
