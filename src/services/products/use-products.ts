import { useCallback } from 'react'
import type { MerchantId } from '@/domain/ids'
import type { Product } from '@/domain/product'
import { ok } from '@/domain/result'
import { merchantBackend } from '@/services/backend'
import { type ServerTruth, useServerTruth } from '@/services/server-truth'

/** Everything the shop sells, or could put on a shelf. */
export function useProducts(merchantId: MerchantId): ServerTruth<readonly Product[]> {
  const load = useCallback(async () => {
    const answer = await merchantBackend.call('shelf', 'list-products', { merchantId })
    return answer.ok ? ok<readonly Product[]>(answer.value.products) : answer
  }, [merchantId])
  return useServerTruth(load)
}
