import { useCallback, useEffect, useRef, useState } from 'react'
import type { Order } from '@/contracts/orders'
import { err, ok, type Result } from '@/domain/result'
import { SECOND } from '@/domain/time'
import { backend, type CallError } from '@/services/backend'
import { readServerClock } from '@/services/server-clock'
import { knownValue, type Truth, useServerTruth } from '@/services/server-truth'
import {
  needsMore,
  type OrderPages,
  type OrderTab,
  withFirstPage,
  withNextPage,
  withOrder,
} from './order-pages'

export type MoreState = 'idle' | 'loading' | 'failed'

export interface OrderList {
  readonly truth: Truth<OrderPages>
  readonly more: MoreState
  readonly refresh: () => Promise<void>
  readonly loadMore: () => Promise<void>
  readonly replaceOrder: (order: Order) => void
}

const REFRESH_MS = 5 * SECOND

/** An unpaid order changes by itself: it is paid by a late notice, or closed when its time is over. */
const refreshEvery = ({ orders }: OrderPages): number | null =>
  orders.some(({ status }) => status === 'awaiting-payment') ? REFRESH_MS : null

/** This person's orders, page by page. */
export function useOrderList(tab: OrderTab): OrderList {
  const known = useRef<OrderPages | null>(null)
  const load = useCallback(async (): Promise<Result<OrderPages, CallError>> => {
    const answer = await backend.call('orders', 'list-orders', {})
    if (!answer.ok) return err(answer.error)
    const serverAheadMs = readServerClock(answer.value.serverTime)
    return ok(withFirstPage(known.current, { ...answer.value, serverAheadMs }))
  }, [])
  const { truth, refresh, replace } = useServerTruth(load, refreshEvery)
  const pages = knownValue(truth)
  known.current = pages

  const [more, setMore] = useState<MoreState>('idle')
  const isLoading = useRef(false)
  const loadMore = useCallback(async () => {
    const after = known.current?.next ?? null
    if (after === null || isLoading.current) return
    isLoading.current = true
    setMore('loading')
    const answer = await backend.call('orders', 'list-orders', { after })
    isLoading.current = false
    setMore(answer.ok ? 'idle' : 'failed')
    if (answer.ok && known.current !== null) replace(withNextPage(known.current, answer.value))
  }, [replace])

  useEffect(() => {
    if (pages !== null && more === 'idle' && needsMore(pages, tab)) void loadMore()
  }, [pages, tab, more, loadMore])

  const replaceOrder = useCallback(
    (order: Order) => {
      if (known.current !== null) replace(withOrder(known.current, order))
    },
    [replace],
  )
  return { truth, more, refresh, loadMore, replaceOrder }
}
