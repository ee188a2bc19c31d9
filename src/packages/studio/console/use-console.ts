import { useCallback } from 'react'
import type { RoomId } from '@/domain/ids'
import { useChat } from '@/features/chat'
import { useRoom } from '@/features/live'
import { useProfile } from '@/services/backend'
import { usePaint } from '@/ui'

/** Introduces the room and its chat to each other, as the room's own page does, with the host's chair in it. */
export function useConsole(roomId: RoomId) {
  const profile = useProfile()
  const paint = usePaint()
  const { view, isOnline, stay } = useRoom({ roomId, paint })
  const ready = view.kind === 'ready' ? view : null
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
  const renewPlay = useCallback(() => stay.renewPlay(), [stay])
  // The notice may be slow or lost: who has just changed something looks at once.
  const lookAgain = useCallback(() => void stay.repair(), [stay])
  return { view, ready, isOnline, stay, chat, renewPlay, lookAgain }
}
