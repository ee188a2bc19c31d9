import type { ProductId, SkuId } from '@/domain/ids'

/** What somebody had chosen of a product before they closed its sheet. */
export interface KeptChoice {
  readonly skuId: SkuId | null
  readonly quantity: number
}

/** Nobody comes back to more than these. */
const MOST_KEPT = 50

/** Remembers choices while the app is open: who goes back to the show, or out of it, finds the sheet as they left it. */
export class ChoiceMemory {
  readonly #kept = new Map<ProductId, KeptChoice>()

  read(productId: ProductId): KeptChoice | null {
    return this.#kept.get(productId) ?? null
  }

  keep(productId: ProductId, choice: KeptChoice): void {
    this.forget(productId)
    this.#kept.set(productId, choice)
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest)
  }

  /** It was ordered: the next time is another wish. */
  forget(productId: ProductId): void {
    this.#kept.delete(productId)
  }
}
