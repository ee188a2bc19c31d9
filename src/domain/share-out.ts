import { type Fen, toFen } from './money'

export interface Share<Item> {
  readonly item: Item
  readonly share: Fen
}

/**
 * Divides `total` among items in proportion to their weights, exactly: everybody gets the whole fen of their share, and
 * the fen that are left over go one each to the largest remainders, the earlier first. Nobody gets more than their
 * weight when `total` is not more than all weights together. BigInt, because two amounts multiplied are no safe integer.
 */
export function shareOut<Item>(
  total: Fen,
  items: readonly Item[],
  weightOf: (item: Item) => Fen,
): readonly Share<Item>[] {
  const sum = items.reduce((all, item) => all + BigInt(weightOf(item)), 0n)
  if (sum === 0n) {
    if (total !== 0) throw new RangeError('Nobody to share with')
    return items.map((item) => ({ item, share: toFen(0) }))
  }
  const exact = items.map((item, index) => {
    const product = BigInt(weightOf(item)) * BigInt(total)
    return { item, index, whole: product / sum, remainder: product % sum }
  })
  const odd = Number(BigInt(total) - exact.reduce((all, { whole }) => all + whole, 0n))
  const byRemainder = [...exact].sort((a, b) => Number(b.remainder - a.remainder) || a.index - b.index)
  const lucky = new Set(byRemainder.slice(0, odd))
  return exact.map((part) => ({
    item: part.item,
    share: toFen(Number(part.whole) + (lucky.has(part) ? 1 : 0)),
  }))
}
