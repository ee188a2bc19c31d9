import { useCallback } from 'react'
import type { ShopOrder } from '@/contracts/orders'
import type { OrderId } from '@/domain/ids'
import { type EpochMs, SECOND } from '@/domain/time'
import { merchantBackend } from '@/services/backend'
import { type ServerTruth, useServerTruth } from '@/services/server-truth'

export interface KnownShopOrder {
  readonly order: ShopOrder
  readonly serverTime: EpochMs
}

const REFRESH_MS = 5 * SECOND

/** Money that is on its way, to the shop or back, arrives by itself. */
const refreshEvery = ({ order }: KnownShopOrder): number | null =>
  order.status === 'awaiting-payment' || order.refunds.some(({ status }) => status === 'refunding')
    ? REFRESH_MS
    : null

/** One order of the shop. */
export function useShopOrder(orderId: OrderId): ServerTruth<KnownShopOrder> {
  const load = useCallback(() => merchantBackend.call('orders', 'get-shop-order', { orderId }), [orderId])
  return useServerTruth(load, refreshEvery)
}
