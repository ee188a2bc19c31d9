import type { FlashSaleId, SkuId } from './ids'
import type { Fen } from './money'
import type { EpochMs } from './time'

export interface FlashSale {
  readonly id: FlashSaleId
  readonly skuId: SkuId
  readonly price: Fen
  /** Server time: open from the first moment to just before the last. */
  readonly startsAt: EpochMs
  readonly endsAt: EpochMs
  readonly quantity: number
  /** Units that orders hold or have bought at this price. */
  readonly taken: number
  readonly perPerson: number
}

export const isOpen = (sale: FlashSale, now: EpochMs): boolean => now >= sale.startsAt && now < sale.endsAt

/** Units this person could buy at the price now. */
export function unitsAtFlashPrice(
  sale: FlashSale,
  { had, now }: { readonly had: number; readonly now: EpochMs },
): number {
  if (!isOpen(sale, now)) return 0
  return Math.max(0, Math.min(sale.quantity - sale.taken, sale.perPerson - had))
}
