import { useCallback, useEffect, useRef, useState } from 'react'
import type { OrderId } from '@/domain/ids'
import { paymentSheet } from '@/platform'
import { backend } from '../backend'
import { pay as payOrder, type PaymentEnd, type PaymentState } from './pay'

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

export interface Payment {
  readonly state: PaymentState
  /** Pays; null when a payment is under way already or nobody looks any more: no wallet opens then. */
  readonly pay: (orderId: OrderId) => Promise<PaymentEnd | null>
  readonly reset: () => void
}

/** One payment at a time, told step by step. */
export function usePayment(pause: (ms: number) => Promise<void> = wait): Payment {
  const [state, setState] = useState<PaymentState>({ kind: 'idle' })
  const isMounted = useRef(true)
  const isUnderWay = useRef(false)

  useEffect(() => {
    isMounted.current = true
    return () => {
      isMounted.current = false
    }
  }, [])

  const pay = useCallback(
    async (orderId: OrderId) => {
      if (isUnderWay.current || !isMounted.current) return null
      isUnderWay.current = true
      const tell = (next: PaymentState): void => {
        if (isMounted.current) setState(next)
      }
      const isWanted = (): boolean => isMounted.current
      try {
        const end = await payOrder(orderId, { backend, paymentSheet, pause, tell, isWanted })
        tell(end)
        return end
      } finally {
        isUnderWay.current = false
      }
    },
    [pause],
  )
  const reset = useCallback(() => {
    setState({ kind: 'idle' })
  }, [])
  return { state, pay, reset }
}
