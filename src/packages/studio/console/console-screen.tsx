import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { merchantOf, type RoomId } from '@/domain/ids'
import { type ChatHandle, ChatInput, ChatLog, ChatStatus } from '@/features/chat'
import { ConsoleFrame, ConsoleHead, ConsoleOrders, ConsolePicture, ConsoleShelf } from '@/features/studio'
import { cx, FailedFace, Skeleton, toast, useCopy } from '@/ui'
import styles from './console-screen.module.scss'
import { useConsole } from './use-console'

/** The show from the host's side: one room log, one chat, the shelf and the orders. */
export function ConsoleScreen({ roomId }: { readonly roomId: RoomId }) {
  const { view, stay, chat, renewPlay, lookAgain } = useConsole(roomId)
  if (view.kind === 'failed') return <FailedFace code={view.code} onRetry={() => void stay.enter()} />
  if (view.kind === 'entering')
    return (
      <View className={cx(styles.loading)}>
        <Skeleton className={styles.head} />
        <Skeleton className={styles.body} />
      </View>
    )
  const { room } = view.state
  return (
    <ConsoleFrame
      head={
        <ConsoleHead
          room={room}
          pulse={view.pulse}
          onChanged={lookAgain}
          onStream={() => void Taro.navigateTo({ url: `/packages/studio/stream/index?id=${roomId}` })}
        />
      }
      picture={<ConsolePicture room={room} play={view.play} renewPlay={renewPlay} />}
      shelf={<ConsoleShelf state={view.state} asks={view.asks.all} onChanged={lookAgain} />}
      chat={<ConsoleChat chat={chat} isOver={room.status === 'ended'} />}
      orders={<ConsoleOrders merchantId={merchantOf(roomId)} />}
    />
  )
}

function ConsoleChat({ chat, isOver }: { readonly chat: ChatHandle; readonly isOver: boolean }) {
  const copy = useCopy()
  return (
    <>
      <View className={cx(styles.chatTop)}>
        <Text className={cx(styles.heading)} {...{ role: 'heading', 'aria-level': '2' }}>
          {copy.studio.console.chatTitle}
        </Text>
        <ChatStatus state={chat.state} onReopen={chat.reopen} />
      </View>
      <ChatLog
        chat={chat}
        place="panel"
        onSayAgain={(row) => {
          void chat.talk.sayAgain(row).then((problem) => {
            if (problem !== null) toast(copy.chat.problems[problem])
          })
        }}
      />
      {!isOver && (
        <View className={cx(styles.chatInput)}>
          <ChatInput talk={chat.talk} place="panel" />
        </View>
      )}
    </>
  )
}
