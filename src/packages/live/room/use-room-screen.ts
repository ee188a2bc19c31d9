import { useCallback } from 'react'
import { useChat } from '@/features/chat'
import { type ReadyRoom, type RoomParams, useHearts, useRoom, useWatching } from '@/features/live'
import { useRoomShare } from '@/features/share'
import type { ShelfProduct } from '@/domain/product'
import { useProfile } from '@/services/backend'
import { usePaint } from '@/ui'
import { useAsking } from './use-asking'
import { useOffersNow } from './use-offers-now'

/** What the picture shows explained; of several the newest. */
function explainedIn({ state, onScreen }: ReadyRoom): ShelfProduct | null {
  const newest = onScreen.explaining[onScreen.explaining.length - 1]
  return state.shelf.find(({ id }) => id === newest) ?? null
}

/** Introduces the room, its chat, its hearts and its share card to each other; they draw with one heartbeat. */
export function useRoomScreen(params: RoomParams) {
  const profile = useProfile()
  const paint = usePaint()
  const { view, isOnline, stay, setFrameClock } = useRoom({ ...params, paint })
  const ready = view.kind === 'ready' ? view : null
  const hearts = useHearts(paint)

  const chat = useChat({
    credentials: ready?.chat ?? null,
    paint,
    ownName: profile?.nickname ?? '',
    room: ready?.state ?? null,
    onNotice: (notice) => {
      stay.receive(notice)
    },
    onReady: () => {
      void stay.repair()
    },
    renewCredentials: () => stay.renewChat(),
  })
  const share = useRoomShare(params.roomId, ready !== null, ready && explainedIn(ready))
  const renewPlay = useCallback(() => stay.renewPlay(), [stay])
  const watching = useWatching({
    roomId: params.roomId,
    play: ready?.play ?? null,
    aheadMs: ready?.aheadMs ?? 0,
    renewPlay,
    setFrameClock,
  })
  const asking = useAsking({ ready, stay, paint })
  const at = useOffersNow(ready, paint)
  const like = (): void => {
    stay.like()
    hearts.fly()
  }
  return { view, ready, paint, isOnline, stay, chat, share, hearts, asking, at, like, watching }
}
export type RoomScreenState = ReturnType<typeof useRoomScreen>
