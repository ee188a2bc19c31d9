import { type OffersNow, shownPrice } from '@/domain/offers-now'
import type { Product } from '@/domain/product'
import { HiddenPrice, Price } from '@/ui'

interface ShelfPriceProps {
  readonly product: Product
  readonly at: OffersNow
  readonly size?: 's' | 'm'
  /** The price alone, where there is no room for more. */
  readonly isBare?: boolean
}

/** What it can be had for at this moment, beside what it costs at other times. */
export function ShelfPrice({ product, at, size = 'm', isBare = false }: ShelfPriceProps) {
  const price = shownPrice(product, at)
  if (price === null) return null
  if (price.kind === 'hidden') return <HiddenPrice size={size} />
  if (isBare) return <Price fen={price.price} size={size} />
  return <Price fen={price.price} was={price.regular} from={price.from} size={size} />
}
