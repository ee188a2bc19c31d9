import { useState } from 'react'
import type { ShelfProduct } from '@/domain/product'

/** At most one sheet is over the show. */
export type OpenSheet =
  | { readonly kind: 'none' }
  | { readonly kind: 'shelf' }
  | { readonly kind: 'checkout'; readonly product: ShelfProduct }

export function useOpenSheet() {
  const [sheet, setSheet] = useState<OpenSheet>({ kind: 'none' })
  return {
    sheet,
    close: () => {
      setSheet({ kind: 'none' })
    },
    openShelf: () => {
      setSheet({ kind: 'shelf' })
    },
    buy: (product: ShelfProduct) => {
      setSheet({ kind: 'checkout', product })
    },
  }
}
