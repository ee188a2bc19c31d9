import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { merchantOf, type UserId } from '@/domain/ids'
import { type ChatHandle, ChatInput, ChatLog, type ChatRow, ChatStatus, useChatWords } from '@/features/chat'
import type { ReadyRoom } from '@/features/live'
import {
  MessageActions,
  QuestionQueue,
  ReportsDesk,
  type SaidHere,
  TalkDesk,
  useModerationWords,
} from '@/features/moderation'
import { useStudioWords } from '@/features/studio'
import { Button, cx, toast } from '@/ui'
import styles from './console-screen.module.scss'

type Open =
  | { readonly kind: 'none' }
  | { readonly kind: 'message'; readonly said: SaidHere }
  | { readonly kind: 'desk' | 'questions' | 'reports' }

interface ConsoleChatProps {
  readonly state: ReadyRoom['state']
  readonly chat: ChatHandle
  readonly onChanged: () => void
}

/** The room's chat in the host's hands. */
export function ConsoleChat({ state, chat, onChanged }: ConsoleChatProps) {
  const studio = useStudioWords()
  const chatWords = useChatWords()
  const [open, setOpen] = useState<Open>({ kind: 'none' })
  return (
    <>
      <View className={cx(styles.chatTop)}>
        <Text className={cx(styles.heading)} {...{ role: 'heading', 'aria-level': '2' }}>
          {studio.console.chatTitle}
        </Text>
        <ChatStatus state={chat.state} onReopen={chat.reopen} />
        <Tools onOpen={(kind) => setOpen({ kind })} />
      </View>
      <ChatLog
        chat={chat}
        place="panel"
        onRow={(row) => setOpen({ kind: 'message', said: saidBy(row) })}
        onSayAgain={(row) => {
          void chat.talk.sayAgain(row).then((problem) => {
            if (problem !== null) toast(chatWords.problems[problem])
          })
        }}
      />
      {state.room.status !== 'ended' && (
        <View className={cx(styles.chatInput)}>
          <ChatInput {...chat.input} place="panel" />
        </View>
      )}
      <Sheets
        open={open}
        state={state}
        chat={chat}
        onChanged={onChanged}
        onClose={() => setOpen({ kind: 'none' })}
      />
    </>
  )
}

const STAFF: ReadonlySet<ChatRow['tone']> = new Set(['host', 'assistant', 'own'] as const)

/** A row that was heard has the id of whoever said it. */
const saidBy = ({ key, userId, name, text, tone }: ChatRow): SaidHere => ({
  messageId: key,
  userId: userId as UserId,
  name,
  text,
  isStaff: STAFF.has(tone),
})

function Tools({ onOpen }: { readonly onOpen: (kind: 'desk' | 'questions' | 'reports') => void }) {
  const words = useModerationWords()
  return (
    <View className={cx(styles.tools)}>
      {(['questions', 'reports', 'desk'] as const).map((kind) => (
        <Button key={kind} kind="ghost" size="s" onTap={() => onOpen(kind)}>
          {words[kind]}
        </Button>
      ))}
    </View>
  )
}

interface SheetsProps extends ConsoleChatProps {
  readonly open: Open
  readonly onClose: () => void
}

function Sheets({ open, state, chat, onChanged, onClose }: SheetsProps) {
  const { room, talk, shelf } = state
  const shared = { onChanged, onClose }
  switch (open.kind) {
    case 'message':
      return (
        <MessageActions
          roomId={room.id}
          said={open.said}
          isPinned={talk.pinned?.id === open.said.messageId}
          onReply={() => {
            chat.reply(open.said.name)
            onClose()
          }}
          {...shared}
        />
      )
    case 'desk':
      return <TalkDesk roomId={room.id} talk={talk} {...shared} />
    case 'questions':
      return (
        <QuestionQueue
          roomId={room.id}
          nameOf={(productId) => shelf.find(({ id }) => id === productId)?.name}
          {...shared}
        />
      )
    case 'reports':
      return <ReportsDesk merchantId={merchantOf(room.id)} {...shared} />
    default:
      return null
  }
}
