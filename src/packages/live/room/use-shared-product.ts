import { useEffect, useRef } from 'react'
import type { ReadyRoom, RoomParams } from '@/features/live'

/**
 * Whoever comes by a card of one product looks for it: the shelf opens, once, if the product is still there and is not
 * on screen anyway.
 */
export function useSharedProduct(
  { productId }: RoomParams,
  ready: ReadyRoom | null,
  openShelf: () => void,
): void {
  const isDone = useRef(false)
  const isWanted =
    ready !== null &&
    ready.state.shelf.some(({ id }) => id === productId) &&
    !ready.onScreen.explaining.some((id) => id === productId)
  useEffect(() => {
    if (ready === null || isDone.current) return
    isDone.current = true
    if (isWanted) openShelf()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- decided once, when the room is known
  }, [ready === null])
}
