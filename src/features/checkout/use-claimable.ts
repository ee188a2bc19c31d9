import { useCallback } from 'react'
import type { ClaimableCoupon } from '@/contracts/coupons'
import type { MerchantId } from '@/domain/ids'
import { ok } from '@/domain/result'
import type { EpochMs } from '@/domain/time'
import { backend } from '@/services/backend'
import { type ServerTruth, useServerTruth } from '@/services/server-truth'

export interface Claimable {
  readonly coupons: readonly ClaimableCoupon[]
  readonly serverTime: EpochMs
}

/** What the shop hands out, or soon will. */
export function useClaimable(merchantId: MerchantId): ServerTruth<Claimable> {
  const load = useCallback(async () => {
    const answer = await backend.call('coupons', 'list-claimable', { merchantId })
    return answer.ok ? ok<Claimable>(answer.value) : answer
  }, [merchantId])
  return useServerTruth(load)
}
