import { Sheet } from '@/ui'
import { ShelfList, type ShelfListProps } from './shelf-list'
import { useShelfWords } from './words'

export interface ShelfSheetProps extends ShelfListProps {
  readonly onClose: () => void
}

/** The whole shelf over the lower part of the show. */
export function ShelfSheet({ onClose, ...list }: ShelfSheetProps) {
  const words = useShelfWords()
  return (
    <Sheet open title={words.title(list.shelf.length)} height="tall" onClose={onClose}>
      <ShelfList {...list} />
    </Sheet>
  )
}
