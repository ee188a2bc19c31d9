import { useCallback, useState } from 'react'
import type { Order } from '@/contracts/orders'
import type { OrderId } from '@/domain/ids'
import { ok } from '@/domain/result'
import { backend, type CallError } from '@/services/backend'
import { mayBeDone, useOnce } from '@/services/once'
import { type Truth, useServerTruth } from '@/services/server-truth'
import { EMPTY_DRAFT, type RefundDraft, unitsOf } from './refund-draft'

export interface RefundRequest {
  readonly truth: Truth<Order>
  readonly draft: RefundDraft
  readonly isSending: boolean
  /** Why the last try was refused. */
  readonly failure: CallError | null
  readonly refresh: () => Promise<void>
  readonly change: (part: Partial<RefundDraft>) => void
  /** True when it was asked for. */
  readonly send: (order: Order) => Promise<boolean>
}

/** One request for a refund, from the empty form to the shop. The form outlives the asking anew for the order. */
export function useRefundRequest(orderId: OrderId): RefundRequest {
  const load = useCallback(async () => {
    const answer = await backend.call('orders', 'get-order', { orderId })
    return answer.ok ? ok(answer.value.order) : answer
  }, [orderId])
  const { truth, refresh } = useServerTruth(load)
  const [draft, setDraft] = useState<RefundDraft>(EMPTY_DRAFT)
  const [failure, setFailure] = useState<CallError | null>(null)
  const { send: request, isUnderWay } = useOnce('orders', 'request-refund')

  const change = useCallback((part: Partial<RefundDraft>) => {
    setDraft((known) => ({ ...known, ...part }))
    setFailure(null)
  }, [])
  async function send(order: Order): Promise<boolean> {
    const { reason, note, pictures } = draft
    const units = unitsOf(order, draft)
    if (reason === null || units.length === 0) return false
    setFailure(null)
    const pictureIds = pictures.map(({ pictureId }) => pictureId)
    const answer = await request({ orderId, units, reason, note: note.trim(), pictureIds })
    if (answer === null || answer.ok) return answer !== null
    setFailure(answer.error)
    // what can be asked for may have changed; but what may have been done is only ever sent again as it was
    if (!mayBeDone(answer.error)) await refresh()
    return false
  }
  return { truth, draft, isSending: isUnderWay, failure, refresh, change, send }
}
