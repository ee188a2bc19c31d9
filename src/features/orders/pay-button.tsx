import type { Order } from '@/contracts/orders'
import { timeLeftText, useTimeLeft } from '@/services/server-clock'
import { Button } from '@/ui'
import { useOrderListWords } from './words/list'

interface PayButtonProps {
  readonly order: Order
  readonly serverAheadMs: number
  readonly busy: boolean
  readonly onPay: () => void
}

/** Counts down by the server's clock; the list asks meanwhile what became of the order. */
export function PayButton({ order, serverAheadMs, busy, onPay }: PayButtonProps) {
  const words = useOrderListWords()
  const left = useTimeLeft(order.expiresAt, serverAheadMs)
  const isOver = left === 0
  return (
    <Button size="s" busy={busy} disabled={isOver} onTap={onPay}>
      {isOver ? words.expiring : words.payLeft(timeLeftText(left))}
    </Button>
  )
}
