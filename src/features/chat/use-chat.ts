import { useEffect, useRef, useState } from 'react'
import type { ChatCredentials } from '@/contracts/rooms'
import { type ChatState, openChat } from '@/services/chat'
import type { Paint } from '@/ui'
import type { ChatFeed } from './chat-feed'
import { ChatTalk, type ChatTalkPorts } from './chat-talk'

export interface UseChatOptions extends Omit<ChatTalkPorts, 'open' | 'tell' | 'ownName'> {
  /** Null until the room is entered. */
  readonly credentials: ChatCredentials | null
  readonly paint: Paint
  readonly ownName: string
}

export interface ChatHandle {
  readonly feed: ChatFeed
  readonly state: ChatState
  readonly talk: ChatTalk
  /** After `kicked`: takes the chat back to this device. */
  readonly reopen: () => void
}

interface Shown {
  readonly feed: ChatFeed
  readonly state: ChatState
}

/** The room's chat for as long as the page is there; it draws with the page's heartbeat. */
export function useChat(options: UseChatOptions): ChatHandle {
  const latest = useRef(options)
  latest.current = options
  const [talk] = useState(() =>
    makeTalk(
      () => latest.current,
      (next) => setShown(next),
    ),
  )
  const [shown, setShown] = useState<Shown>(talk)
  const [opening, setOpening] = useState(0)

  // Entering again brings new credentials for the same group: the chat stays and renews them by itself.
  const groupId = options.credentials?.groupId ?? null
  useEffect(() => {
    const { credentials } = latest.current
    if (groupId !== null && credentials !== null) void talk.open(credentials)
    return () => {
      talk.close()
    }
  }, [groupId, opening, talk])

  const reopen = (): void => {
    setOpening((count) => count + 1)
  }
  return { feed: shown.feed, state: shown.state, talk, reopen }
}

function makeTalk(options: () => UseChatOptions, show: (shown: Shown) => void): ChatTalk {
  const talk: ChatTalk = new ChatTalk({
    open: openChat,
    renewCredentials: () => options().renewCredentials(),
    onNotice: (notice) => {
      options().onNotice(notice)
    },
    onReady: () => {
      options().onReady()
    },
    isHost: (userId) => options().isHost(userId),
    ownName: () => options().ownName,
    tell: (isOwnDoing) => {
      const { paint } = options()
      paint.soon('chat', () => {
        show({ feed: talk.feed, state: talk.state })
      })
      if (isOwnDoing) paint.now()
    },
  })
  return talk
}
