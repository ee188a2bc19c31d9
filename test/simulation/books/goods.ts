import type { WholeOrder } from '../../../cloudfunctions/_kernel/trade/trade-draft'
import { Violation } from '../engine/violation'
import { isPaidFor } from './statuses'

/** Nothing is sent that was not paid for, and no unit is both sent and put back into the stock. */
export function expectParcels({ order, lines, parcels, refunds }: WholeOrder): void {
  if (parcels.length === 0) return
  if (!isPaidFor(order.status)) throw new Violation(`${order.order_id} was sent and is ${order.status}`)
  for (const line of lines) {
    const gone = unitsOf(parcels, line.line, 'quantity') + unitsOf(refunds, line.line, 'restocked')
    if (gone > line.quantity)
      throw new Violation(`${gone} of ${line.quantity} units of line ${line.line} of ${order.order_id} left`)
  }
}

/** Units of one line in all parcels, or put back by all refunds. */
export function unitsOf<Count extends string>(
  rows: readonly {
    readonly lines: readonly ({ readonly line: number } & Readonly<Record<Count, number>>)[]
  }[],
  line: number,
  count: Count,
): number {
  let sum = 0
  for (const { lines } of rows) for (const part of lines) sum += part.line === line ? part[count] : 0
  return sum
}
