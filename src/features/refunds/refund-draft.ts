import { type Order, type OrderLine, REFUND_REASONS } from '@/contracts/orders'
import type { PictureId } from '@/domain/ids'
import { priceRefund, type RefundPart } from '@/domain/refund'

export type RefundReason = (typeof REFUND_REASONS)[number]
export { REFUND_REASONS }

export interface RefundPicture {
  readonly pictureId: PictureId
  readonly pictureUrl: string
}

/** How many units of each line are asked back, by the line's number. */
export type Quantities = Readonly<Record<number, number>>

export interface RefundDraft {
  /** What was changed; a line that was not is asked back as a whole, the usual case. */
  readonly quantities: Quantities
  readonly reason: RefundReason | null
  readonly note: string
  readonly pictures: readonly RefundPicture[]
}
export const EMPTY_DRAFT: RefundDraft = { quantities: {}, reason: null, note: '', pictures: [] }
/** As many as one request takes. */
export const MOST_PICTURES = 6

export const leftOf = ({ refundable }: Order, { line }: Pick<OrderLine, 'line'>): number =>
  refundable?.lines.find((left) => left.line === line)?.quantity ?? 0

/** Lines of which something can be asked back. */
export const openLines = (order: Order): readonly OrderLine[] =>
  order.lines.filter((line) => leftOf(order, line) > 0)

/** Never more than is left: some may have gone back while the page was open. */
export function quantityOf(order: Order, draft: RefundDraft, line: OrderLine): number {
  const left = leftOf(order, line)
  return Math.min(draft.quantities[line.line] ?? left, left)
}

export const unitsOf = (order: Order, draft: RefundDraft) =>
  openLines(order)
    .map((line) => ({ line: line.line, quantity: quantityOf(order, draft, line) }))
    .filter(({ quantity }) => quantity > 0)

/** What would come back, by the rule that the server goes by; null when it would be nothing. */
export function partOf(order: Order, draft: RefundDraft): RefundPart | null {
  const units = unitsOf(order, draft)
  if (order.refundable === null || units.length === 0) return null
  const priced = priceRefund(order.refundable, units, { isUnshipped: order.parcels.length === 0 })
  return priced.ok ? priced.value : null
}
