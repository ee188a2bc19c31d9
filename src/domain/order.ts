import { DAY, MINUTE } from './time'

/** A new order holds its stock this long; then it is closed at the wallet and the stock comes back. */
export const PAYMENT_WINDOW_MS = 15 * MINUTE
/** A shipped order counts as received after this long, if its buyer says nothing. */
export const RECEIVE_WINDOW_MS = 10 * DAY
/** After receipt a refund can be asked for this long; then the order is done. */
export const AFTER_SALES_WINDOW_MS = 7 * DAY

export const ORDER_STATUSES = [
  'awaiting-payment',
  'paid',
  'part-shipped',
  'shipped',
  'received',
  'done',
  'closed',
  'refunded',
] as const
export type OrderStatus = (typeof ORDER_STATUSES)[number]

export const CLOSE_REASONS = ['buyer', 'merchant', 'timeout'] as const
export type CloseReason = (typeof CLOSE_REASONS)[number]

/** What happens to an order. `with-stock`: its units are still reserved, or could be reserved again. */
export const ORDER_EVENTS = [
  'paid-with-stock',
  'paid-without-stock',
  'closed-by-buyer',
  'closed-by-merchant',
  'payment-window-ended',
  'part-shipped',
  'all-shipped',
  'received-by-buyer',
  'receive-window-ended',
  'after-sales-window-ended',
  'refunded-in-full',
] as const
export type OrderEvent = (typeof ORDER_EVENTS)[number]

/** Why an event is refused, as the wire tells it. */
export type OrderRefusal =
  'order-unpaid' | 'order-paid' | 'order-closed' | 'order-shipped' | 'order-not-shipped' | 'order-done'

export type OrderDecision =
  | { readonly do: 'move'; readonly to: OrderStatus; readonly closeReason?: CloseReason }
  /** The money has no order to pay for: it goes back, and both sides are told. */
  | { readonly do: 'refund' }
  /** Nothing to do: the event tells what is already so, or comes too late to matter. */
  | { readonly do: 'nothing' }
  | { readonly do: 'reject'; readonly code: OrderRefusal }

const to = (status: OrderStatus): OrderDecision => ({ do: 'move', to: status })
const close = (closeReason: CloseReason): OrderDecision => ({ do: 'move', to: 'closed', closeReason })
const no = (code: OrderRefusal): OrderDecision => ({ do: 'reject', code })
const refund: OrderDecision = { do: 'refund' }
const nothing: OrderDecision = { do: 'nothing' }

/** Money for an order that has been paid: a second payment, which goes back. */
const paidAgain = { 'paid-with-stock': refund, 'paid-without-stock': refund } as const
const cannotCloseAnyMore = {
  'closed-by-buyer': no('order-paid'),
  'closed-by-merchant': no('order-paid'),
  'payment-window-ended': nothing,
} as const

/** The one transition table of an order: what every event does in every status. */
const TABLE: Readonly<Record<OrderStatus, Readonly<Record<OrderEvent, OrderDecision>>>> = {
  'awaiting-payment': {
    'paid-with-stock': to('paid'),
    'paid-without-stock': to('paid'),
    'closed-by-buyer': close('buyer'),
    'closed-by-merchant': close('merchant'),
    'payment-window-ended': close('timeout'),
    'part-shipped': no('order-unpaid'),
    'all-shipped': no('order-unpaid'),
    'received-by-buyer': no('order-unpaid'),
    'receive-window-ended': nothing,
    'after-sales-window-ended': nothing,
    'refunded-in-full': nothing,
  },
  paid: {
    ...paidAgain,
    ...cannotCloseAnyMore,
    'part-shipped': to('part-shipped'),
    'all-shipped': to('shipped'),
    'received-by-buyer': no('order-not-shipped'),
    'receive-window-ended': nothing,
    'after-sales-window-ended': nothing,
    'refunded-in-full': to('refunded'),
  },
  'part-shipped': {
    ...paidAgain,
    ...cannotCloseAnyMore,
    'part-shipped': to('part-shipped'),
    'all-shipped': to('shipped'),
    'received-by-buyer': no('order-not-shipped'),
    'receive-window-ended': nothing,
    'after-sales-window-ended': nothing,
    'refunded-in-full': to('refunded'),
  },
  shipped: {
    ...paidAgain,
    ...cannotCloseAnyMore,
    'part-shipped': no('order-shipped'),
    'all-shipped': no('order-shipped'),
    'received-by-buyer': to('received'),
    'receive-window-ended': to('received'),
    'after-sales-window-ended': nothing,
    'refunded-in-full': to('refunded'),
  },
  received: {
    ...paidAgain,
    ...cannotCloseAnyMore,
    'part-shipped': no('order-shipped'),
    'all-shipped': no('order-shipped'),
    'received-by-buyer': nothing,
    'receive-window-ended': nothing,
    'after-sales-window-ended': to('done'),
    'refunded-in-full': to('refunded'),
  },
  done: {
    ...paidAgain,
    ...cannotCloseAnyMore,
    'part-shipped': no('order-done'),
    'all-shipped': no('order-done'),
    'received-by-buyer': nothing,
    'receive-window-ended': nothing,
    'after-sales-window-ended': nothing,
    'refunded-in-full': to('refunded'),
  },
  closed: {
    // The order was closed when the money came: it lives again if its stock could be taken again.
    'paid-with-stock': to('paid'),
    'paid-without-stock': refund,
    'closed-by-buyer': nothing,
    'closed-by-merchant': nothing,
    'payment-window-ended': nothing,
    'part-shipped': no('order-closed'),
    'all-shipped': no('order-closed'),
    'received-by-buyer': no('order-closed'),
    'receive-window-ended': nothing,
    'after-sales-window-ended': nothing,
    'refunded-in-full': nothing,
  },
  refunded: {
    ...paidAgain,
    'closed-by-buyer': no('order-closed'),
    'closed-by-merchant': no('order-closed'),
    'payment-window-ended': nothing,
    'part-shipped': no('order-closed'),
    'all-shipped': no('order-closed'),
    'received-by-buyer': no('order-closed'),
    'receive-window-ended': nothing,
    'after-sales-window-ended': nothing,
    'refunded-in-full': nothing,
  },
}

/** What `event` does to an order in `status`; the caller carries it out in one commit. */
export const decideOrder = (status: OrderStatus, event: OrderEvent): OrderDecision => TABLE[status][event]

/** Units can still be put into parcels. */
export const canShip = (status: OrderStatus): boolean => status === 'paid' || status === 'part-shipped'

/** Paid for, and within the time in which a refund can be asked for. */
export const canAskForRefund = (status: OrderStatus): boolean =>
  decideOrder(status, 'refunded-in-full').do === 'move' && status !== 'done'
