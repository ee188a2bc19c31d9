import { useCallback, useRef, useState } from 'react'
import type { MerchantId } from '@/domain/ids'
import { ok } from '@/domain/result'
import { SECOND } from '@/domain/time'
import { backend } from '@/services/backend'
import { knownValue, type ServerTruth, useServerTruth } from '@/services/server-truth'
import { beforeOf, type ShopOrders, withNewest, withOlder } from './shop-orders'

const REFRESH_MS = 3 * SECOND
const always = (): number => REFRESH_MS

export interface ShopOrderList extends Omit<ServerTruth<ShopOrders>, 'replace'> {
  readonly isLoadingMore: boolean
  readonly loadMore: () => Promise<void>
}

/** The shop's orders, as they come in. */
export function useShopOrders(merchantId: MerchantId): ShopOrderList {
  const known = useRef<ShopOrders | null>(null)
  const [isLoadingMore, setLoadingMore] = useState(false)
  const load = useCallback(async () => {
    const answer = await backend.call('orders', 'list-shop-orders', { merchantId })
    return answer.ok ? ok(withNewest(known.current, answer.value.orders)) : answer
  }, [merchantId])
  const { truth, refresh, replace } = useServerTruth<ShopOrders>(load, always)
  known.current = knownValue(truth)

  const loadMore = useCallback(async () => {
    const before = known.current === null ? null : beforeOf(known.current)
    if (before === null) return
    setLoadingMore(true)
    const answer = await backend.call('orders', 'list-shop-orders', { merchantId, before })
    setLoadingMore(false)
    if (answer.ok && known.current !== null) replace(withOlder(known.current, answer.value.orders))
  }, [merchantId, replace])
  return { truth, refresh, isLoadingMore, loadMore }
}
