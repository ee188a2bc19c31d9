import { type Fen, toFen } from './money'

/** What a shop takes for sending an order. */
export interface FreightTemplate {
  readonly fee: Fen
  /** Free from this much on, goods after discount; null: never. */
  readonly freeFrom: Fen | null
  /** Other fees for regions, told by how their names begin; the first that fits counts. Null: not sent there. */
  readonly regions: readonly { readonly names: readonly string[]; readonly fee: Fen | null }[]
}

/** Fee for sending goods of this price to `region`; null when the shop does not send there. */
export function freightFor(
  template: FreightTemplate | null,
  { goods, region }: { readonly goods: Fen; readonly region: string },
): Fen | null {
  if (template === null) return toFen(0)
  const special = template.regions.find(({ names }) => names.some((name) => region.startsWith(name)))
  if (special) return special.fee
  const isFree = template.freeFrom !== null && goods >= template.freeFrom
  return isFree ? toFen(0) : template.fee
}
