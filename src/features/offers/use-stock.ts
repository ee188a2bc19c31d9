import { useCallback, useState } from 'react'
import type { Output } from '@/contracts'
import type { SkuId } from '@/domain/ids'
import { type CallError, merchantBackend } from '@/services/backend'
import { useMerchantOnce } from '@/services/once'
import { type ServerTruth, useServerTruth } from '@/services/server-truth'

export type StockLedger = Output<'offers', 'stock-ledger'>

export interface StockWork extends Omit<ServerTruth<StockLedger>, 'replace'> {
  readonly isCorrecting: boolean
  readonly failure: CallError | null
  readonly forgetFailure: () => void
  /** True when it was done; units taken out are negative. */
  readonly correct: (quantity: number, reason: string) => Promise<boolean>
}

/** The stock of one kind of goods and how it came to be, and a correction that the ledger keeps. */
export function useStock(skuId: SkuId): StockWork {
  const load = useCallback(() => merchantBackend.call('offers', 'stock-ledger', { skuId }), [skuId])
  const { truth, refresh } = useServerTruth(load)
  const [failure, setFailure] = useState<CallError | null>(null)
  const { send, isUnderWay } = useMerchantOnce('offers', 'correct-stock')
  async function correct(quantity: number, reason: string): Promise<boolean> {
    setFailure(null)
    const answer = await send({ skuId, quantity, reason })
    if (answer === null) return false
    if (!answer.ok) setFailure(answer.error)
    // whether it was done or refused: the ledger says how things stand
    void refresh()
    return answer.ok
  }
  return {
    truth,
    refresh,
    isCorrecting: isUnderWay,
    failure,
    forgetFailure: () => setFailure(null),
    correct,
  }
}
