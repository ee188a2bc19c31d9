import { useCallback, useRef, useState } from 'react'
import type { ShopOrder } from '@/contracts/orders'
import type { Result } from '@/domain/result'
import type { CallError } from '@/services/backend'

/** What the page does with an answer. Both must be stable. */
export interface OrderNews {
  /** The order as it is now. */
  readonly onOrder: (order: ShopOrder) => void
  /** It was refused: what is on the screen may be old. */
  readonly onRefused: () => void
}

interface Once<I> {
  readonly isUnderWay: boolean
  readonly send: (input: I) => Promise<Result<{ readonly order: ShopOrder }, CallError> | null>
}

export interface OrderAction<I> {
  readonly isUnderWay: boolean
  readonly failure: CallError | null
  readonly forgetFailure: () => void
  /** True when it was done. A second tap, before the first was answered, is not. */
  readonly act: (input: I) => Promise<boolean>
}

/** Something the shop does to an order: done once, its outcome handed on, its failure kept for the words beside it. */
export function useOrderAction<I>({ send, isUnderWay }: Once<I>, news: OrderNews): OrderAction<I> {
  const [failure, setFailure] = useState<CallError | null>(null)
  const latest = useRef(news)
  latest.current = news
  const act = useCallback(
    async (input: I) => {
      setFailure(null)
      const answer = await send(input)
      if (answer === null) return false
      if (answer.ok) latest.current.onOrder(answer.value.order)
      else {
        setFailure(answer.error)
        latest.current.onRefused()
      }
      return answer.ok
    },
    [send],
  )
  const forgetFailure = useCallback(() => setFailure(null), [])
  return { isUnderWay, failure, forgetFailure, act }
}
