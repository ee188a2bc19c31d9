import { useState } from 'react'
import type { SaidRow } from '@/features/chat'
import type { ShelfProduct } from '@/domain/product'

/** At most one sheet is over the show. */
export type OpenSheet =
  | { readonly kind: 'none' }
  | { readonly kind: 'shelf' }
  | { readonly kind: 'watching' }
  | { readonly kind: 'shop' }
  | { readonly kind: 'share' }
  | { readonly kind: 'draw' }
  | { readonly kind: 'message'; readonly row: SaidRow }
  | { readonly kind: 'notice' }
  | { readonly kind: 'questions' }
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
    openShop: () => {
      setSheet({ kind: 'shop' })
    },
    openShare: () => {
      setSheet({ kind: 'share' })
    },
    openWatching: () => {
      setSheet({ kind: 'watching' })
    },
    openDraw: () => {
      setSheet({ kind: 'draw' })
    },
    openMessage: (row: SaidRow) => {
      setSheet({ kind: 'message', row })
    },
    openNotice: () => {
      setSheet({ kind: 'notice' })
    },
    openQuestions: () => {
      setSheet({ kind: 'questions' })
    },
    buy: (product: ShelfProduct) => {
      setSheet({ kind: 'checkout', product })
    },
  }
}
