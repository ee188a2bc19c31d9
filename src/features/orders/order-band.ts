import type { Order } from '@/contracts/orders'
import { AFTER_SALES_WINDOW_MS } from '@/domain/order'
import { unreachable } from '@/domain/result'
import type { EpochMs } from '@/domain/time'
import type { PaymentState } from '@/services/payment'
import { timeLeftText } from '@/services/server-clock'
import type { IconName } from '@/ui'
import type { Words } from './words/order/zh-cn'

export interface Band {
  readonly icon: IconName
  readonly title: string
  /** What happens next, and by when. */
  readonly hint: string
  readonly look: 'waiting' | 'good' | 'calm'
}

export interface BandFacts {
  readonly order: Order
  readonly payment: PaymentState
  /** Until an unpaid order is closed. */
  readonly leftMs: number
  /** The wallet that is, or would be, paid with, by its name. */
  readonly wallet: string
  readonly when: (at: EpochMs) => string
}

/** The order's status in words, and what comes of it. */
export function bandOf(facts: BandFacts, words: Words): Band {
  const { order, when } = facts
  const dated = (at: EpochMs | null, hint: (time: string) => string, otherwise: string): string =>
    at === null ? otherwise : hint(when(at))
  switch (order.status) {
    case 'awaiting-payment':
      return unpaidBand(facts, words)
    case 'paid':
      return { icon: 'check', title: words.paid, hint: words.paidHint, look: 'good' }
    case 'part-shipped':
      return { icon: 'parcel', title: words.partShipped, hint: words.partShippedHint, look: 'good' }
    case 'shipped': {
      const hint = dated(order.receivedBy, words.shippedHint, words.shippedHintPlain)
      return { icon: 'parcel', title: words.shipped, hint, look: 'good' }
    }
    case 'received': {
      const until = order.receivedAt === null ? null : order.receivedAt + AFTER_SALES_WINDOW_MS
      return {
        icon: 'check',
        title: words.received,
        hint: dated(until, words.receivedHint, ''),
        look: 'good',
      }
    }
    case 'done':
      return { icon: 'check', title: words.done, hint: words.doneHint, look: 'calm' }
    case 'closed':
      return closedBand(order, words)
    case 'refunded': {
      const isBack = order.refunds.every(({ status }) => status !== 'refunding' && status !== 'failed')
      const hint = isBack ? words.refundedHint(facts.wallet) : words.refundedSoon(facts.wallet)
      return { icon: 'wallet', title: words.refunded, hint, look: 'calm' }
    }
    default:
      return unreachable(order.status)
  }
}

/** While it awaits payment the last try in the wallet has a say. */
function unpaidBand({ payment, leftMs, wallet }: BandFacts, words: Words): Band {
  if (payment.kind === 'checking')
    return { icon: 'clock', title: words.checking, hint: words.checkingHint(wallet), look: 'waiting' }
  if (payment.kind === 'unknown')
    return { icon: 'clock', title: words.unknown, hint: words.unknownHint(wallet), look: 'waiting' }
  if (leftMs === 0) return { icon: 'clock', title: words.expiring, hint: words.expiringHint, look: 'calm' }
  const hint = words.awaitingHint(timeLeftText(leftMs))
  return { icon: 'wallet', title: words.awaiting, hint, look: 'waiting' }
}

function closedBand({ closedBecause, refunds }: Order, words: Words): Band {
  const title = words.closed[closedBecause ?? 'timeout']
  // "nothing was charged" is not true of a payment that came after the closing
  return {
    icon: 'close',
    title,
    hint: refunds.length > 0 ? words.closedPaidHint : words.closedHint,
    look: 'calm',
  }
}
