import type { OrderStatus } from '@/domain/order'
import type { RefundStatus } from '@/domain/refund'

type Tone = 'plain' | 'brand' | 'good' | 'warn' | 'muted'

/** Brand is what the shop has to do, warn what it waits for, good what goes well, muted what is over. */
export const ORDER_TONES: Readonly<Record<OrderStatus, Tone>> = {
  'awaiting-payment': 'warn',
  paid: 'brand',
  'part-shipped': 'brand',
  shipped: 'good',
  received: 'good',
  done: 'muted',
  closed: 'muted',
  refunded: 'muted',
}
export const REFUND_TONES: Readonly<Record<RefundStatus, Tone>> = {
  requested: 'brand',
  refused: 'muted',
  withdrawn: 'muted',
  refunding: 'warn',
  failed: 'brand',
  refunded: 'good',
}
