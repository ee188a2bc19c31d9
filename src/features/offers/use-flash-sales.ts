import { useCallback, useRef } from 'react'
import type { Output } from '@/contracts'
import type { FlashSaleView } from '@/contracts/merchant/offers'
import type { MerchantId } from '@/domain/ids'
import { SECOND } from '@/domain/time'
import { merchantBackend } from '@/services/backend'
import { knownValue, type ServerTruth, useServerTruth } from '@/services/server-truth'

export type FlashSales = Output<'offers', 'list-flash-sales'>

export interface FlashShelf extends Omit<ServerTruth<FlashSales>, 'replace'> {
  /** One sale as another call has just answered it: new ones stand first. */
  readonly put: (sale: FlashSaleView) => void
}

/** Sales begin, are bought out and end while one looks at them. */
const REFRESH_MS = 10 * SECOND
const every = (): number => REFRESH_MS

export function useFlashSales(merchantId: MerchantId): FlashShelf {
  const load = useCallback(
    () => merchantBackend.call('offers', 'list-flash-sales', { merchantId }),
    [merchantId],
  )
  const { truth, refresh, replace } = useServerTruth(load, every)
  const known = useRef<FlashSales | null>(null)
  known.current = knownValue(truth)
  const put = useCallback(
    (sale: FlashSaleView) => {
      const { current } = known
      if (current === null) return
      const isKnown = current.flashSales.some(({ id }) => id === sale.id)
      const flashSales = isKnown
        ? current.flashSales.map((other) => (other.id === sale.id ? sale : other))
        : [sale, ...current.flashSales]
      replace({ ...current, flashSales })
    },
    [replace],
  )
  return { truth, refresh, put }
}
