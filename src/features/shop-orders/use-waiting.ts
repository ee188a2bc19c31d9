import { useEffect } from 'react'
import { knownValue, type Truth } from '@/services/server-truth'
import type { ShopOrders, Waiting } from './shop-orders'

/** Every list is told what waits, whatever it is a list of: the counts outlive a change of the filter. */
export function useWaiting(truth: Truth<ShopOrders>, onWaiting: (waiting: Waiting) => void): void {
  const waiting = knownValue(truth)?.waiting
  useEffect(() => {
    if (waiting !== undefined) onWaiting(waiting)
  }, [waiting, onWaiting])
}
