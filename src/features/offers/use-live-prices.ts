import { useCallback, useState } from 'react'
import type { Quote } from '@/contracts/orders'
import type { RoomId, SkuId } from '@/domain/ids'
import type { Fen } from '@/domain/money'
import type { Sku } from '@/domain/product'
import { ok } from '@/domain/result'
import { backend, type CallError } from '@/services/backend'
import { useMerchantOnce } from '@/services/once'
import { type Truth, useServerTruth } from '@/services/server-truth'

/** What a buyer in the room pays for one unit now, and why. */
export type NowPrices = ReadonlyMap<SkuId, Pick<Quote['lines'][number], 'price' | 'priceKind'>>

export interface LivePrices {
  readonly now: Truth<NowPrices>
  /** The kind of goods whose price is being set. */
  readonly busyWith: SkuId | null
  readonly failure: { readonly skuId: SkuId; readonly error: CallError } | null
  readonly forgetFailure: () => void
  /** True when it was done; null takes the live price back. */
  readonly set: (skuId: SkuId, price: Fen | null) => Promise<boolean>
}

/** As many as one quote takes. */
const MOST_ITEMS = 20

/** The room's own prices. What they are now is asked as a buyer would ask, by a quote: that is the truth to show. */
export function useLivePrices(roomId: RoomId, skus: readonly Sku[]): LivePrices {
  const ids = skus
    .slice(0, MOST_ITEMS)
    .map(({ id }) => id)
    .join(' ')
  const load = useCallback(async () => {
    const items = skus.slice(0, MOST_ITEMS).map(({ id }) => ({ skuId: id, quantity: 1 }))
    const answer = await backend.call('orders', 'quote', { roomId, items, claimId: null })
    if (!answer.ok) return answer
    return ok<NowPrices>(new Map(answer.value.quote.lines.map((line) => [line.skuId, line])))
    // the shelf's products are made anew with every event of the room; their kinds are the same while the ids are
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [roomId, ids])
  const { truth, refresh } = useServerTruth(load)
  const [busyWith, setBusyWith] = useState<SkuId | null>(null)
  const [failure, setFailure] = useState<LivePrices['failure']>(null)
  const { send } = useMerchantOnce('offers', 'set-live-price')

  async function set(skuId: SkuId, price: Fen | null): Promise<boolean> {
    setFailure(null)
    setBusyWith(skuId)
    const answer = await send({ roomId, skuId, price })
    if (answer === null) return false
    setBusyWith(null)
    if (answer.ok) void refresh()
    else setFailure({ skuId, error: answer.error })
    return answer.ok
  }
  return { now: truth, busyWith, failure, forgetFailure: () => setFailure(null), set }
}
