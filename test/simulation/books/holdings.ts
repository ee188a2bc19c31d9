import { unitsOf } from './goods'
import { isPaidFor } from './statuses'
import { countKey, type WholeOrder } from '../../../cloudfunctions/_kernel/trade/trade-draft'
import type { Tally } from './tally'

type Holding = readonly [name: string, units: number]

/** What an order holds of stock, flash sales, limits and coupons, told from its own rows alone. */
export function holdingsOf({ order, lines, refunds, parcels }: WholeOrder): readonly Holding[] {
  const { status } = order
  if (status === 'closed') return []
  const held: Holding[] = []
  for (const line of lines) {
    if (isPaidFor(status)) {
      held.push([`sold ${line.sku_id}`, line.quantity - unitsOf(refunds, line.line, 'restocked')])
    } else {
      held.push([`reserved ${line.sku_id}`, line.quantity])
    }
    if (line.flash_sale_id === null) continue
    held.push([`taken ${line.flash_sale_id}`, line.quantity])
    held.push([`had ${countKey(line.flash_sale_id, order.person_id)}`, line.quantity])
  }
  // a coupon is free again when its order went back before anything of it was sent
  const isFree = status === 'refunded' && parcels.length === 0
  if (order.claim_id !== null && !isFree) held.push([`spent ${order.claim_id}`, 1])
  return held
}

/** Keeps the sums of what all orders hold, order by order. */
export class Holdings {
  readonly #byOrder = new Map<string, readonly Holding[]>()

  constructor(private readonly tally: Tally) {}

  update(whole: WholeOrder): void {
    for (const [name, units] of this.#byOrder.get(whole.order.order_id) ?? []) this.tally.add(name, -units)
    const held = holdingsOf(whole)
    for (const [name, units] of held) this.tally.add(name, units)
    this.#byOrder.set(whole.order.order_id, held)
  }
}
