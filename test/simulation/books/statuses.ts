import type { OrderStatus } from '@/domain/order'
import { Violation } from '../engine/violation'

/** The order's money came; what was given back since does not change that. */
export const isPaidFor = (status: OrderStatus): boolean =>
  status !== 'awaiting-payment' && status !== 'closed'

/** Where an order can have got to in one commit, written down again by hand: not read from the table under test. */
const LATER: Readonly<Record<OrderStatus, readonly OrderStatus[]>> = {
  'awaiting-payment': ['paid', 'closed'],
  // its payment came late, and everything it held could be taken again
  closed: ['paid'],
  paid: ['part-shipped', 'shipped', 'refunded'],
  'part-shipped': ['shipped', 'refunded'],
  shipped: ['received', 'refunded'],
  received: ['done', 'refunded'],
  done: ['refunded'],
  refunded: [],
}

export function expectStep(orderId: string, from: OrderStatus | undefined, to: OrderStatus): void {
  const isFine = from === undefined ? to === 'awaiting-payment' : from === to || LATER[from].includes(to)
  if (!isFine) throw new Violation(`${orderId} went from ${from ?? 'nothing'} to ${to}`)
}
