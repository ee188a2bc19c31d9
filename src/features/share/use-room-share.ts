import { useEffect, useRef, useState } from 'react'
import type { RoomId } from '@/domain/ids'
import { useShareCard } from '@/platform'
import type { ShareAction, ShareCard } from '@/platform/ports/share'
import { backend } from '@/services/backend'

/** The card that opens this room in another person's hands and says who sent it. */
export function cardOf(
  roomId: RoomId,
  shared: { sharerToken: string; link: string; title: string; pictureUrl: string },
): ShareCard {
  const query = `id=${encodeURIComponent(roomId)}&t=${encodeURIComponent(shared.sharerToken)}`
  return {
    title: shared.title,
    path: `/packages/live/room/index?${query}`,
    link: shared.link,
    pictureUrl: shared.pictureUrl,
  }
}

export interface RoomShare {
  readonly action: ShareAction
  readonly isReady: boolean
}

/**
 * Makes the card ready before anybody asks: a mini-program takes it the moment its share button is tapped, and a
 * browser lets a page write to the clipboard only within the tap.
 */
export function useRoomShare(roomId: RoomId, isEntered: boolean): RoomShare {
  const [card, setCard] = useState<ShareCard | null>(null)
  const isMounted = useRef(true)
  useEffect(() => {
    isMounted.current = true
    return () => {
      isMounted.current = false
    }
  }, [])
  useEffect(() => {
    if (!isEntered) return
    void backend.call('rooms', 'share', { roomId }).then((answer) => {
      if (answer.ok && isMounted.current) setCard(cardOf(roomId, answer.value))
    })
  }, [roomId, isEntered])
  return { action: useShareCard(card), isReady: card !== null }
}
