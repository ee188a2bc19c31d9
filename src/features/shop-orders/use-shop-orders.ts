import { useCallback, useRef, useState } from 'react'
import type { SentInput } from '@/contracts'
import type { ShopOrder } from '@/contracts/orders'
import type { MerchantId } from '@/domain/ids'
import { ok } from '@/domain/result'
import { merchantBackend } from '@/services/backend'
import { knownValue, type ServerTruth, useServerTruth } from '@/services/server-truth'
import { type ShopOrders, withNewest, withOlder, withOrder } from './shop-orders'

export type OrderFilter = NonNullable<SentInput<'orders', 'list-shop-orders'>['filter']>

export interface ShopOrderQuery {
  readonly merchantId: MerchantId
  readonly filter?: OrderFilter
  /** An order's number, a buyer's phone, a parcel's number; empty: any. */
  readonly search?: string
  /** How long an answer counts as new. */
  readonly everyMs: number
}

/** Whether the page that follows is on its way, or did not come. */
export type MoreState = 'idle' | 'loading' | 'failed'

export interface ShopOrderList extends Omit<ServerTruth<ShopOrders>, 'replace'> {
  readonly more: MoreState
  readonly loadMore: () => Promise<void>
  readonly replaceOrder: (order: ShopOrder) => void
}

/** The shop's orders, as they come in. A list of another filter is another list: give it a key. */
export function useShopOrders(query: ShopOrderQuery): ShopOrderList {
  const { merchantId, filter = 'all', search = '', everyMs } = query
  const known = useRef<ShopOrders | null>(null)
  const [more, setMore] = useState<MoreState>('idle')
  const isLoading = useRef(false)
  const ask = useCallback(
    (after?: string) =>
      merchantBackend.call('orders', 'list-shop-orders', {
        merchantId,
        filter,
        ...(search === '' ? {} : { search }),
        ...(after === undefined ? {} : { after }),
      }),
    [merchantId, filter, search],
  )
  const load = useCallback(async () => {
    const answer = await ask()
    return answer.ok ? ok(withNewest(known.current, answer.value)) : answer
  }, [ask])
  const every = useCallback(() => everyMs, [everyMs])
  const { truth, refresh, replace } = useServerTruth<ShopOrders>(load, every)
  known.current = knownValue(truth)

  const loadMore = useCallback(async () => {
    const next = known.current?.next ?? null
    if (next === null || isLoading.current) return
    isLoading.current = true
    setMore('loading')
    const answer = await ask(next)
    isLoading.current = false
    setMore(answer.ok ? 'idle' : 'failed')
    if (answer.ok && known.current !== null) replace(withOlder(known.current, answer.value))
  }, [ask, replace])
  const replaceOrder = useCallback(
    (order: ShopOrder) => {
      if (known.current !== null) replace(withOrder(known.current, order))
    },
    [replace],
  )
  return { truth, refresh, more, loadMore, replaceOrder }
}
