import { useCallback, useRef } from 'react'
import type { Difference } from '@/contracts/merchant/payments'
import type { MerchantId } from '@/domain/ids'
import { merchantBackend } from '@/services/backend'
import { knownValue, type ServerTruth, useServerTruth } from '@/services/server-truth'
import { type Books, withDifference } from './books'

export interface KnownBooks extends Omit<ServerTruth<Books>, 'replace'> {
  readonly put: (difference: Difference) => void
}

export function useBooks(merchantId: MerchantId): KnownBooks {
  const load = useCallback(
    () => merchantBackend.call('payments', 'reconciliation', { merchantId }),
    [merchantId],
  )
  const { truth, refresh, replace } = useServerTruth(load)
  const known = useRef<Books | null>(null)
  known.current = knownValue(truth)
  const put = useCallback(
    (difference: Difference) => {
      if (known.current !== null) replace(withDifference(known.current, difference))
    },
    [replace],
  )
  return { truth, refresh, put }
}
