import { useEffect, useRef, useState } from 'react'
import type { Output } from '@/contracts'
import type { RoomId } from '@/domain/ids'
import type { Product } from '@/domain/product'
import { useShareCard } from '@/platform'
import type { ShareAction, ShareCard } from '@/platform/ports/share'
import { backend } from '@/services/backend'
import { useShareWords } from './words'

type Shared = Output<'rooms', 'share'>
type Explained = Pick<Product, 'id' | 'name' | 'pictureUrl'>

/** The card that opens this room in another person's hands, says who sent it, and shows what is explained now. */
export function cardOf(
  roomId: RoomId,
  shared: Shared,
  explained: { readonly product: Explained; readonly title: string } | null,
): ShareCard {
  const query = `id=${encodeURIComponent(roomId)}&t=${encodeURIComponent(shared.sharerToken)}`
  const product = explained === null ? '' : `&p=${encodeURIComponent(explained.product.id)}`
  return {
    title: explained?.title ?? shared.title,
    path: `/packages/live/room/index?${query}${product}`,
    link: shared.link,
    pictureUrl: explained?.product.pictureUrl ?? shared.pictureUrl,
  }
}

export interface RoomShare {
  readonly action: ShareAction
  /** Null until it is ready. */
  readonly card: ShareCard | null
}

/**
 * Makes the card ready before anybody asks: a mini-program takes it the moment its share button is tapped, and a
 * browser lets a page write to the clipboard only within the tap.
 */
export function useRoomShare(
  roomId: RoomId,
  isEntered: boolean,
  explained: Explained | null = null,
): RoomShare {
  const words = useShareWords()
  const [shared, setShared] = useState<Shared | null>(null)
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
      if (answer.ok && isMounted.current) setShared(answer.value)
    })
  }, [roomId, isEntered])
  const shown = explained &&
    shared && { product: explained, title: words.explaining(explained.name, shared.title) }
  const card = shared && cardOf(roomId, shared, shown)
  return { action: useShareCard(card), card }
}
