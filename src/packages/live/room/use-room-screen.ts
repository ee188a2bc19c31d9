import { useCallback } from 'react'
import { useChat } from '@/features/chat'
import { type RoomParams, useHearts, useRoom } from '@/features/live'
import { useRoomShare } from '@/features/share'
import { useProfile } from '@/services/backend'
import { usePaint } from '@/ui'
import { useAsking } from './use-asking'

/** Introduces the room, its chat, its hearts and its share card to each other; they draw with one heartbeat. */
export function useRoomScreen(params: RoomParams) {
  const profile = useProfile()
  const paint = usePaint()
  const { view, isOnline, stay, setFrameClock } = useRoom({ ...params, paint })
  const ready = view.kind === 'ready' ? view : null
  const hearts = useHearts(paint)
  const merchantId = ready?.state.room.merchantId

  const chat = useChat({
    credentials: ready?.chat ?? null,
    paint,
    ownName: profile?.nickname ?? '',
    isHost: (userId) =>
      userId === profile?.id && profile.memberOf.some((member) => member.merchantId === merchantId),
    onNotice: (notice) => {
      stay.receive(notice)
    },
    onReady: () => {
      void stay.repair()
    },
    renewCredentials: () => stay.renewChat(),
  })
  const share = useRoomShare(params.roomId, ready !== null)
  const renewPlay = useCallback(() => stay.renewPlay(), [stay])
  const asking = useAsking({ ready, stay, paint })
  const like = (): void => {
    stay.like()
    hearts.fly()
  }
  return { view, ready, isOnline, stay, chat, share, hearts, asking, like, renewPlay, setFrameClock }
}
export type RoomScreenState = ReturnType<typeof useRoomScreen>
