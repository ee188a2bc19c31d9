import { useCallback, useState } from 'react'
import type { Order } from '@/contracts/orders'
import type { OrderId } from '@/domain/ids'
import { ok } from '@/domain/result'
import { SECOND } from '@/domain/time'
import { backend, type CallError } from '@/services/backend'
import { readServerClock } from '@/services/server-clock'
import { knownValue, type Truth, useServerTruth } from '@/services/server-truth'

export interface KnownOrder {
  readonly order: Order
  readonly serverAheadMs: number
}

export interface OrderPageState {
  readonly truth: Truth<KnownOrder>
  readonly isCancelling: boolean
  readonly refresh: () => Promise<void>
  /** Resolves to why it was not cancelled, or null when it was. */
  readonly cancel: () => Promise<CallError | null>
}

const REFRESH_MS = 3 * SECOND

/** Only what may still change by itself is asked for again: a payment on its way in, a refund on its way out. */
export const refreshEvery = ({ order }: KnownOrder): number | null =>
  order.status === 'awaiting-payment' || order.refund?.status === 'under-way' ? REFRESH_MS : null

/** One order, kept up to date while its page is visible. */
export function useOrder(orderId: OrderId): OrderPageState {
  const load = useCallback(async () => {
    const answer = await backend.call('orders', 'get-order', { orderId })
    if (!answer.ok) return answer
    return ok({ order: answer.value.order, serverAheadMs: readServerClock(answer.value.serverTime) })
  }, [orderId])
  const { truth, refresh, replace } = useServerTruth(load, refreshEvery)
  const [isCancelling, setCancelling] = useState(false)
  const known = knownValue(truth)

  const cancel = useCallback(async () => {
    setCancelling(true)
    const cancelled = await backend.call('orders', 'cancel-order', { orderId })
    setCancelling(false)
    if (cancelled.ok && known !== null) replace({ ...known, order: cancelled.value.order })
    if (cancelled.ok) return null
    // "Paid already" and the like are news about the order: show it as it is now.
    await refresh()
    return cancelled.error
  }, [orderId, known, refresh, replace])

  return { truth, isCancelling, refresh, cancel }
}
