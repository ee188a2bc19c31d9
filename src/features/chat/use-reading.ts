import { useRef } from 'react'
import { measureHeight } from '@/platform'
import type { ChatHandle } from './use-chat'

export const CHAT_SCROLL = 'chat-scroll'
/** Far enough up to mean it. */
const READING_PX = 60

export interface Scrolled {
  readonly detail: { readonly scrollTop: number; readonly scrollHeight: number }
}

/** Tells the chat when the person reads further up, and when they are back. */
export function useReading(chat: ChatHandle): (event: Scrolled) => void {
  const height = useRef(0)
  return ({ detail }) => {
    const below = detail.scrollHeight - detail.scrollTop
    if (below - height.current <= READING_PX) {
      if (chat.feed.isReading) chat.talk.toNewest()
      return
    }
    if (chat.feed.isReading) return
    // no event tells the height of the box, and a keyboard changes it: ask before believing
    void measureHeight(CHAT_SCROLL).then((measured) => {
      height.current = measured
      if (measured > 0 && below - measured > READING_PX) chat.talk.readUp()
    })
  }
}
