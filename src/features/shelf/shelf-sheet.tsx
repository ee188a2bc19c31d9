import { Sheet, useCopy } from '@/ui'
import { ShelfList, type ShelfListProps } from './shelf-list'

export interface ShelfSheetProps extends ShelfListProps {
  readonly onClose: () => void
}

/** The whole shelf over the lower part of the show. */
export function ShelfSheet({ onClose, ...list }: ShelfSheetProps) {
  const copy = useCopy()
  return (
    <Sheet open title={copy.shelf.title(list.shelf.length)} height="tall" onClose={onClose}>
      <ShelfList {...list} />
    </Sheet>
  )
}
