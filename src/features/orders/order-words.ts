import type { Order, OrderLine } from '@/contracts/orders'
import type { OrderStatus } from '@/domain/order'

export const piecesOf = ({ lines }: Order): number => lines.reduce((sum, { quantity }) => sum + quantity, 0)

/** Warn is what waits for the buyer, good what goes well, muted what is over. */
const TONES: Readonly<Record<OrderStatus, 'warn' | 'good' | 'muted'>> = {
  'awaiting-payment': 'warn',
  paid: 'good',
  'part-shipped': 'good',
  shipped: 'good',
  received: 'good',
  done: 'muted',
  closed: 'muted',
  refunded: 'muted',
}
export const toneOf = ({ status }: Order) => TONES[status]

/** Somebody still has to do something for it: the shop, or the wallet. */
export const isRefundUnderWay = ({ refunds }: Order): boolean =>
  refunds.some(({ status }) => status === 'requested' || status === 'refunding' || status === 'failed')

export const nameOf = ({ productName, skuName }: Pick<OrderLine, 'productName' | 'skuName'>): string =>
  `${productName} ${skuName}`.trim()

/** What a refund can still be asked for. */
export const isRefundable = ({ refundable }: Order): boolean =>
  refundable?.lines.some(({ quantity, amount }) => quantity > 0 && amount > 0) ?? false
