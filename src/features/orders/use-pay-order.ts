import { useCallback } from 'react'
import type { Order } from '@/contracts/orders'
import type { OrderId } from '@/domain/ids'
import { unreachable } from '@/domain/result'
import { type PaymentEnd, type PaymentState, usePayment } from '@/services/payment'
import { errorWords, toast } from '@/ui'
import { useOrderListWords } from './words/list'

export interface PayOrder {
  readonly payment: PaymentState
  readonly pay: (orderId: OrderId) => Promise<void>
}

const orderOf = (end: PaymentEnd): Order | null => ('order' in end ? end.order : null)

/** What to say in passing when the wallet has closed. */
export function endWords(end: PaymentEnd): string {
  const words = useOrderListWords.current()
  switch (end.kind) {
    case 'paid':
      return words.payDone
    case 'cancelled':
      return words.payCancelled
    case 'unknown':
      return words.unknown
    case 'closed':
      return end.order.status === 'refunded' ? words.status.refunded : words.payClosed
    case 'refused':
      return errorWords(end.error.code).title
    default:
      return unreachable(end)
  }
}

/** Pays an order that was placed before, and tells what became of it. */
export function usePayOrder(onSettled: (order: Order | null) => void): PayOrder {
  const { state, pay: payOrder } = usePayment()
  const pay = useCallback(
    async (orderId: OrderId) => {
      const end = await payOrder(orderId)
      if (end === null) return
      toast(endWords(end))
      onSettled(orderOf(end))
    },
    [payOrder, onSettled],
  )
  return { payment: state, pay }
}
