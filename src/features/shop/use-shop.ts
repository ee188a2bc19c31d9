import { useCallback } from 'react'
import type { Output } from '@/contracts'
import type { MerchantId } from '@/domain/ids'
import { backend } from '@/services/backend'
import { asList, useServerTruth } from '@/services/server-truth'
import type { ListState } from '@/ui'
import { learnStanding } from './follows'

export type ShopAnswer = Output<'shops', 'get'>
const never = (): boolean => false

/** The shop's card, asked when the page appears and when the network comes back. */
export function useShop(merchantId: MerchantId): {
  readonly state: ListState<ShopAnswer>
  readonly refresh: () => Promise<void>
} {
  const load = useCallback(async () => {
    const answer = await backend.call('shops', 'get', { merchantId })
    if (answer.ok) {
      const { isFollowing, shop } = answer.value
      learnStanding(merchantId, { isFollowing, fans: shop.fans })
    }
    return answer
  }, [merchantId])
  const { truth, refresh } = useServerTruth(load)
  return { state: asList(truth, never), refresh }
}
