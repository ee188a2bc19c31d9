import { useCallback } from 'react'
import type { MerchantId } from '@/domain/ids'
import { ok } from '@/domain/result'
import { SECOND } from '@/domain/time'
import { merchantBackend } from '@/services/backend'
import { knownValue, useServerTruth } from '@/services/server-truth'

interface Waiting {
  readonly toShip: number
  readonly refunds: number
}
const NOTHING: Waiting = { toShip: 0, refunds: 0 }

const REFRESH_MS = 30 * SECOND
const every = (): number => REFRESH_MS

/** How many orders wait for the shop. A courtesy on the way in: when it is not known, nothing is said. */
export function useWaitingOrders(merchantId: MerchantId): Waiting {
  const load = useCallback(async () => {
    const answer = await merchantBackend.call('orders', 'list-shop-orders', { merchantId, filter: 'to-ship' })
    return answer.ok ? ok<Waiting>(answer.value.waiting) : answer
  }, [merchantId])
  return knownValue(useServerTruth(load, every).truth) ?? NOTHING
}
