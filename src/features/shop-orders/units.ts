import type { OrderLine, ShopOrder } from '@/contracts/orders'
import type { Fen } from '@/domain/money'
import { priceRefund, type Refundable } from '@/domain/refund'

export interface Units {
  readonly line: number
  readonly quantity: number
}
/** How many units of each line are meant, by the line's number. */
export type Quantities = Readonly<Record<number, number>>

/** Units that wait to be sent: neither in a parcel nor given back. The server has the last word. */
export const leftToShip = ({ quantity, shipped, refunded }: OrderLine): number =>
  Math.max(0, quantity - shipped - refunded)

export const unitsOf = (quantities: Quantities): readonly Units[] =>
  Object.entries(quantities)
    .map(([line, quantity]) => ({ line: Number(line), quantity }))
    .filter(({ quantity }) => quantity > 0)

export const countOf = (units: readonly { readonly quantity: number }[]): number =>
  units.reduce((sum, { quantity }) => sum + quantity, 0)

/** What giving these units back will cost, as the server will work it out; null when it would be nothing. */
export function refundAmount(order: ShopOrder, units: readonly Units[]): Fen | null {
  if (order.refundable === null || units.length === 0) return null
  const isUnshipped = order.parcels.length === 0
  const priced = priceRefund(order.refundable, units, { isUnshipped })
  return priced.ok ? priced.value.amount : null
}

export const hasRefundable = (refundable: Refundable | null): refundable is Refundable =>
  refundable !== null && refundable.lines.some(({ quantity, amount }) => quantity > 0 && amount > 0)
