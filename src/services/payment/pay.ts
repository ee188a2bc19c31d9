import type { Order } from '@/contracts/orders'
import type { OrderId } from '@/domain/ids'
import { type Result, unreachable } from '@/domain/result'
import { SECOND } from '@/domain/time'
import type { PaymentSheet, SheetOutcome } from '@/platform/ports/payment-sheet'
import type { CallError } from '../backend'
import type { Backend } from '../backend/create-backend'

/** How one try to pay ended, as far as the server could tell. */
export type PaymentEnd =
  | { readonly kind: 'paid'; readonly order: Order }
  /** The person closed the wallet; the order waits for its payment window. */
  | { readonly kind: 'cancelled'; readonly order: Order }
  /** Nothing is bought any more: the order was closed, or paid and given back in full, and says which. */
  | { readonly kind: 'closed'; readonly order: Order }
  /** Nobody could say yet: neither paid nor unpaid, and never to be shown as either. */
  | { readonly kind: 'unknown' }
  /** The wallet did not open, so no money can have moved. */
  | { readonly kind: 'refused'; readonly error: CallError }

export type PaymentState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'opening' }
  | { readonly kind: 'in-wallet' }
  | { readonly kind: 'checking' }
  | PaymentEnd

export interface PayPorts {
  readonly backend: Pick<Backend, 'call'>
  readonly paymentSheet: PaymentSheet
  readonly pause: (ms: number) => Promise<void>
  readonly tell: (state: PaymentState) => void
  /** False once nobody looks any more: the order page asks for itself then. */
  readonly isWanted: () => boolean
}

/** Half a minute in all: what a wallet usually needs to tell its merchant, with the eager asks first. */
const ASK_AFTER_MS = [0, 1, 2, 3, 5, 8, 11].map((seconds) => seconds * SECOND)

/** The wallet has nothing to open for these, yet confirming tells what became of the order. */
const ALREADY_DECIDED: ReadonlySet<CallError['code']> = new Set([
  'order-paid',
  'order-closed',
  'payment-unknown',
])

/** What one answer of the server settles; null means: ask again. */
function endOf(answer: Result<{ order: Order }, CallError>, outcome: SheetOutcome): PaymentEnd | null {
  // A failed question says nothing about the money: only patience helps, never "payment failed".
  if (!answer.ok) return null
  const { order } = answer.value
  switch (order.status) {
    case 'paid':
    case 'part-shipped':
    case 'shipped':
    case 'received':
    case 'done':
      return { kind: 'paid', order }
    case 'closed':
    case 'refunded':
      return { kind: 'closed', order }
    case 'awaiting-payment':
      return outcome === 'cancelled' ? { kind: 'cancelled', order } : null
    default:
      return unreachable(order.status)
  }
}

async function settle(orderId: OrderId, outcome: SheetOutcome, ports: PayPorts): Promise<PaymentEnd> {
  for (const ms of ASK_AFTER_MS) {
    if (ms > 0) await ports.pause(ms)
    if (!ports.isWanted()) break
    const end = endOf(await ports.backend.call('payments', 'confirm', { orderId }), outcome)
    if (end !== null) return end
  }
  return { kind: 'unknown' }
}

/**
 * Opens the wallet for an order and finds out from the server what became of it. The sheet's own word decides only
 * how long to ask: "approved" may be a payment that bounced, "cancelled" one that went through.
 */
export async function pay(orderId: OrderId, ports: PayPorts): Promise<PaymentEnd> {
  ports.tell({ kind: 'opening' })
  const prepaid = await ports.backend.call('payments', 'prepay', { orderId })
  if (!prepaid.ok && !ALREADY_DECIDED.has(prepaid.error.code))
    return { kind: 'refused', error: prepaid.error }
  let outcome: SheetOutcome = 'unknown'
  if (!ports.isWanted()) return { kind: 'unknown' }
  if (prepaid.ok) {
    ports.tell({ kind: 'in-wallet' })
    outcome = await ports.paymentSheet.open(prepaid.value.prepay)
  }
  ports.tell({ kind: 'checking' })
  return settle(orderId, outcome, ports)
}
