import type { Fen } from './money'
import { MINUTE } from './time'

/** A new order holds its stock this long; then it is closed at the wallet and the stock comes back. */
export const PAYMENT_WINDOW_MS = 15 * MINUTE

export type OrderStatus = 'awaiting-payment' | 'paid' | 'closed'
export type CloseReason = 'buyer' | 'timeout'

export type OrderEvent =
  | { readonly type: 'payment-received'; readonly amount: Fen; readonly stockIsThere: boolean }
  | { readonly type: 'closed-by-buyer' }
  | { readonly type: 'payment-window-ended' }

/** What an event does to an order; the caller carries it out in one commit. */
export type OrderDecision =
  | { readonly do: 'take-payment' }
  /** The order was closed when the money came, but the stock could be reserved again. */
  | { readonly do: 'revive-and-take-payment' }
  /** The money has no order to pay for: it goes back, and both sides are told. */
  | { readonly do: 'refund' }
  | { readonly do: 'close'; readonly reason: CloseReason }
  /** Nothing to do: the event tells what is already so. */
  | { readonly do: 'nothing' }
  | { readonly do: 'reject'; readonly code: 'order-paid' | 'order-closed' }

const closeEvent = (event: Exclude<OrderEvent, { type: 'payment-received' }>): CloseReason =>
  event.type === 'closed-by-buyer' ? 'buyer' : 'timeout'

/**
 * The one transition table of an order: every (status, event) pair is decided here.
 * A second payment of a paid order is refunded; a notice repeated for the *same* payment never gets here.
 */
export function decideOrder(status: OrderStatus, event: OrderEvent): OrderDecision {
  switch (status) {
    case 'awaiting-payment':
      return event.type === 'payment-received'
        ? { do: 'take-payment' }
        : { do: 'close', reason: closeEvent(event) }
    case 'paid':
      if (event.type === 'payment-received') return { do: 'refund' }
      return event.type === 'closed-by-buyer' ? { do: 'reject', code: 'order-paid' } : { do: 'nothing' }
    case 'closed':
      if (event.type !== 'payment-received') return { do: 'nothing' }
      return event.stockIsThere ? { do: 'revive-and-take-payment' } : { do: 'refund' }
  }
}
