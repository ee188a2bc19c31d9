import { addFen, type Fen, toFen } from './money'
import { err, ok, type Result } from './result'

export const REFUND_STATUSES = [
  'requested',
  'refused',
  'withdrawn',
  'refunding',
  'failed',
  'refunded',
] as const
/**
 * `requested`: the merchant decides. `refunding`: agreed, the wallet is being asked until it has sent the money.
 * `failed`: the wallet cannot send it (a closed card …), a person must look.
 */
export type RefundStatus = (typeof REFUND_STATUSES)[number]

export const REFUND_EVENTS = [
  'agreed',
  'refused',
  'withdrawn',
  'money-sent',
  'wallet-failed',
  'tried-again',
  'never-seen',
] as const
export type RefundEvent = (typeof REFUND_EVENTS)[number]

/** Who or what wants the money back: a buyer, the shop, or a payment that had no order to pay for. */
export const REFUND_CAUSES = ['buyer', 'merchant', 'late-payment', 'second-payment'] as const
export type RefundCause = (typeof REFUND_CAUSES)[number]

const TABLE: Readonly<Record<RefundStatus, Partial<Readonly<Record<RefundEvent, RefundStatus>>>>> = {
  requested: { agreed: 'refunding', refused: 'refused', withdrawn: 'withdrawn' },
  refused: {},
  withdrawn: {},
  refunding: { 'money-sent': 'refunded', 'wallet-failed': 'failed' },
  failed: { 'tried-again': 'refunding', 'money-sent': 'refunded' },
  // we counted it as sent, and the wallet says it never saw it
  refunded: { 'never-seen': 'refunding' },
}

/** The status that `event` leads to; null when it does not apply any more. */
export const decideRefund = (status: RefundStatus, event: RefundEvent): RefundStatus | null =>
  TABLE[status][event] ?? null

/** Money that is asked for, on its way or back: what counts against what was paid. */
export const holdsMoney = (status: RefundStatus): boolean => status !== 'refused' && status !== 'withdrawn'

export interface RefundLine {
  /** Number of the order's line, from 1. */
  readonly line: number
  readonly quantity: number
  readonly amount: Fen
}

interface PaidLine {
  readonly line: number
  readonly quantity: number
  /** What was paid for the line. */
  readonly payable: Fen
}
interface GivenBack {
  readonly status: RefundStatus
  readonly lines: readonly RefundLine[]
  readonly freight: Fen
}
export interface Refundable {
  readonly lines: readonly RefundLine[]
  readonly freight: Fen
}

/** What can still be given back of an order: units and money of each line, and the freight. */
export function refundableOf(
  order: { readonly lines: readonly PaidLine[]; readonly freight: Fen },
  refunds: readonly GivenBack[],
): Refundable {
  const held = refunds.filter(({ status }) => holdsMoney(status))
  const lines = order.lines.map(({ line, quantity, payable }) => {
    const back = held.flatMap((refund) => refund.lines).filter((part) => part.line === line)
    return {
      line,
      quantity: quantity - back.reduce((sum, part) => sum + part.quantity, 0),
      amount: toFen(payable - back.reduce((sum, part) => sum + part.amount, 0)),
    }
  })
  return { lines, freight: toFen(order.freight - held.reduce((sum, { freight }) => sum + freight, 0)) }
}

export interface RefundPart {
  readonly lines: readonly RefundLine[]
  readonly freight: Fen
  readonly amount: Fen
}

/**
 * Prices a refund of some units. Units of one line cost their part of what was paid for it; the last ones get what is
 * left, so all parts add up to the line exactly. Freight goes back with the last unit, if nothing was sent.
 */
export function priceRefund(
  refundable: Refundable,
  wanted: readonly { readonly line: number; readonly quantity: number }[],
  { isUnshipped }: { readonly isUnshipped: boolean },
): Result<RefundPart, { readonly code: 'refund-too-much' | 'refund-empty' }> {
  const left = new Map(refundable.lines.map((line) => [line.line, line]))
  const lines: RefundLine[] = []
  for (const { line, quantity } of wanted) {
    const rest = left.get(line)
    if (!rest || quantity > rest.quantity) return err({ code: 'refund-too-much' })
    const amount = toFen(Math.floor((rest.amount * quantity) / rest.quantity))
    lines.push({ line, quantity, amount })
    left.set(line, { line, quantity: rest.quantity - quantity, amount: toFen(rest.amount - amount) })
  }
  const isRest = [...left.values()].every(({ quantity }) => quantity === 0)
  const freight = isUnshipped && isRest ? refundable.freight : toFen(0)
  const amount = lines.reduce((sum, part) => addFen(sum, part.amount), freight)
  return amount === 0 ? err({ code: 'refund-empty' }) : ok({ lines, freight, amount })
}
