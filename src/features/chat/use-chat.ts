import { useEffect, useRef, useState } from 'react'
import type { ChatCredentials } from '@/contracts/rooms'
import { SILENCE } from '@/domain/room-talk'
import { blockedPeople } from '@/services/blocked-people'
import { type ChatState, openChat } from '@/services/chat'
import { device } from '@/platform'
import type { Paint } from '@/ui'
import type { ChatFeed } from './chat-feed'
import type { ChatInputProps, Mention } from './chat-input'
import { ChatTalk, type ChatTalkPorts, type TalkingRoom } from './chat-talk'

export interface UseChatOptions extends Pick<ChatTalkPorts, 'renewCredentials' | 'onNotice' | 'onReady'> {
  /** Null until the room is entered. */
  readonly credentials: ChatCredentials | null
  /** What is true in the room; null until it is entered. */
  readonly room: TalkingRoom | null
  readonly paint: Paint
  readonly ownName: string
}

export interface ChatHandle {
  readonly feed: ChatFeed
  readonly state: ChatState
  readonly talk: ChatTalk
  /** For the input: it is drawn again only when one of these changes, whatever others say. */
  readonly input: Pick<ChatInputProps, 'talk' | 'isMuted' | 'slowModeSeconds' | 'mention'>
  /** The next message is for somebody: the input begins it with their name. */
  readonly reply: (name: string) => void
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

  const { talk: roomTalk, staff } = options.room ?? NOBODY_TALKS
  useEffect(() => {
    talk.know({ talk: roomTalk, staff })
  }, [roomTalk, staff, talk])

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
  const [mention, setMention] = useState<Mention | null>(null)
  const userId = options.credentials?.userId
  const isStaff = staff.some((one) => one.userId === userId)
  const input = {
    talk,
    mention,
    isMuted: roomTalk.muted.some((muted) => muted === userId),
    slowModeSeconds: isStaff ? 0 : roomTalk.slowModeSeconds,
  }
  const reply = (name: string): void => {
    setMention({ name })
  }
  return { feed: shown.feed, state: shown.state, talk, input, reply, reopen }
}

const NOBODY_TALKS: TalkingRoom = { talk: SILENCE, staff: [] }

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
    ownName: () => options().ownName,
    now: () => device.now(),
    blocked: blockedPeople,
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
