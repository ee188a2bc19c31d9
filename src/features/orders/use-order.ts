import { useCallback, useRef, useState } from 'react'
import type { Order } from '@/contracts/orders'
import type { OrderId, RefundId } from '@/domain/ids'
import { err, ok, type Result } from '@/domain/result'
import { type EpochMs, SECOND } from '@/domain/time'
import { backend, type CallError } from '@/services/backend'
import { readServerClock } from '@/services/server-clock'
import { knownValue, type Truth, useServerTruth } from '@/services/server-truth'

export interface KnownOrder {
  readonly order: Order
  readonly serverTime: EpochMs
  readonly serverAheadMs: number
}

export type OrderWork = 'cancel' | 'confirm' | 'withdraw'
/** Null when something else is under way: a second tap is no second wish. */
export type WorkEnd = Result<null, CallError> | null

export interface OrderPageState {
  readonly truth: Truth<KnownOrder>
  /** What is being done to it now. */
  readonly work: OrderWork | null
  readonly refresh: () => Promise<void>
  readonly cancel: () => Promise<WorkEnd>
  readonly confirmReceipt: () => Promise<WorkEnd>
  readonly withdraw: (refundId: RefundId) => Promise<WorkEnd>
}

const SOON_MS = 3 * SECOND
const LATER_MS = 30 * SECOND

/** Only what may still change by itself: a payment on its way in, a refund on its way out, an answer of the shop. */
export function refreshEvery({ order: { status, refunds } }: KnownOrder): number | null {
  if (status === 'awaiting-payment' || refunds.some((refund) => refund.status === 'refunding')) return SOON_MS
  return refunds.some((refund) => refund.status === 'requested' || refund.status === 'failed')
    ? LATER_MS
    : null
}

type Answer = Result<{ readonly order: Order }, CallError>

/** One order, kept up to date while its page is visible. */
export function useOrder(orderId: OrderId): OrderPageState {
  const load = useCallback(async () => {
    const answer = await backend.call('orders', 'get-order', { orderId })
    if (!answer.ok) return answer
    const { order, serverTime } = answer.value
    return ok({ order, serverTime, serverAheadMs: readServerClock(serverTime) })
  }, [orderId])
  const { truth, refresh, replace } = useServerTruth(load, refreshEvery)
  const [work, setWork] = useState<OrderWork | null>(null)
  const isBusy = useRef(false)
  const known = useRef<KnownOrder | null>(null)
  known.current = knownValue(truth)

  const act = useCallback(
    async (name: OrderWork, call: () => Promise<Answer>): Promise<WorkEnd> => {
      if (isBusy.current) return null
      isBusy.current = true
      setWork(name)
      const answer = await call()
      isBusy.current = false
      setWork(null)
      if (answer.ok) {
        if (known.current !== null) replace({ ...known.current, order: answer.value.order })
        return ok(null)
      }
      // "Paid already" and the like are news about the order: show it as it is now.
      await refresh()
      return err(answer.error)
    },
    [refresh, replace],
  )
  const cancel = useCallback(
    () => act('cancel', () => backend.call('orders', 'cancel-order', { orderId })),
    [act, orderId],
  )
  const confirmReceipt = useCallback(
    () => act('confirm', () => backend.call('orders', 'confirm-receipt', { orderId })),
    [act, orderId],
  )
  const withdraw = useCallback(
    (refundId: RefundId) => act('withdraw', () => backend.call('orders', 'withdraw-refund', { refundId })),
    [act],
  )
  return { truth, work, refresh, cancel, confirmReceipt, withdraw }
}
