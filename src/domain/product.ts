import type { ProductId, SkuId } from './ids'
import type { Fen } from './money'

export interface Sku {
  readonly id: SkuId
  readonly name: string
  readonly price: Fen
  /** Units a buyer could order now: on hand and not reserved by an unpaid order. */
  readonly available: number
}

export interface Product {
  readonly id: ProductId
  readonly name: string
  readonly pictureUrl: string
  readonly skus: readonly Sku[]
}

/** A product on a room's shelf; `position` is the number the host calls out ("2 号链接"), from 1. */
export interface ShelfProduct extends Product {
  readonly position: number
}

export const isSoldOut = (product: Product): boolean => product.skus.every((sku) => sku.available === 0)

export function lowestPrice(product: Product): Fen | null {
  const prices = product.skus.map((sku) => sku.price)
  return prices.length === 0 ? null : prices.reduce((low, price) => (price < low ? price : low))
}

/** Most units of one SKU in one order. */
export const MAX_QUANTITY = 99
