import { useCallback, useState } from 'react'
import type { ProductId, RoomId } from '@/domain/ids'
import { type CallError, merchantBackend } from '@/services/backend'
import { errorWords, toast } from '@/ui'

export interface ShelfWork {
  /** The product something is being done with now; one thing at a time. */
  readonly busyWith: ProductId | null
  /** `together` with what is explained already, or instead of it. */
  readonly explain: (productId: ProductId, together?: boolean) => Promise<void>
  readonly stopExplaining: (productId: ProductId) => Promise<void>
  readonly put: (productId: ProductId) => Promise<void>
  readonly takeOff: (productId: ProductId) => Promise<void>
}

/** What a host does with the shelf. The room's log tells everybody what came of it, the host as well. */
export function useShelfWork(roomId: RoomId, onDone: () => void): ShelfWork {
  const [busyWith, setBusyWith] = useState<ProductId | null>(null)
  const run = useCallback(
    async (productId: ProductId, action: () => Promise<{ ok: true } | { ok: false; error: CallError }>) => {
      setBusyWith(productId)
      const answer = await action()
      setBusyWith(null)
      if (answer.ok) onDone()
      else toast(`${errorWords(answer.error.code).title}，${errorWords(answer.error.code).hint}`)
    },
    [onDone],
  )
  return {
    busyWith,
    explain: (productId, together = false) =>
      run(productId, () => merchantBackend.call('shelf', 'explain', { roomId, productId, together })),
    stopExplaining: (productId) =>
      run(productId, () => merchantBackend.call('shelf', 'stop-explaining', { roomId, productId })),
    put: (productId) =>
      run(productId, () => merchantBackend.call('shelf', 'put-on-shelf', { roomId, productId })),
    takeOff: (productId) =>
      run(productId, () => merchantBackend.call('shelf', 'take-off-shelf', { roomId, productId })),
  }
}
