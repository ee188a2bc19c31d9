import type { ProductId } from '@/domain/ids'
import type { ShelfProduct } from '@/domain/product'

/** The shelf as it is looked through: what is being explained first, then as the host numbered it. */
export function findProducts(
  shelf: readonly ShelfProduct[],
  explaining: readonly ProductId[],
  words: string,
): readonly ShelfProduct[] {
  const wanted = words.trim().toLowerCase()
  const found = shelf.filter(
    ({ name, position }) =>
      wanted === '' || name.toLowerCase().includes(wanted) || String(position) === wanted,
  )
  const isFirst = ({ id }: ShelfProduct): boolean => explaining.includes(id)
  return [...found.filter(isFirst), ...found.filter((product) => !isFirst(product))]
}
