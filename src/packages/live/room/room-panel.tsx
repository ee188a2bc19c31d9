import { Text, View } from '@tarojs/components'
import { ChatInput, type ChatHandle, ChatLog, type ChatLogProps } from '@/features/chat'
import type { ReadyRoom } from '@/features/live'
import { type Asking, ShelfList } from '@/features/shelf'
import type { ShelfProduct } from '@/domain/product'
import { cx, useCopy } from '@/ui'
import styles from './room-panel.module.scss'

export interface RoomPanelProps {
  readonly ready: ReadyRoom
  readonly chat: ChatHandle
  readonly asking: Asking | null
  readonly onBuy: (product: ShelfProduct) => void
  readonly onSayAgain: ChatLogProps['onSayAgain']
}

/** On a desktop's window, shelf and chat stand beside the show. */
export function RoomPanel({ ready, chat, asking, onBuy, onSayAgain }: RoomPanelProps) {
  const copy = useCopy()
  const { shelf, room } = ready.state
  const isOver = room.status === 'ended'
  const heading = { role: 'heading', 'aria-level': '2' }
  return (
    <View className={cx(styles.panel)}>
      <View className={cx(styles.part, styles.shelf)}>
        <Text className={cx(styles.title)} {...heading}>
          {copy.shelf.title(shelf.length)}
        </Text>
        <View className={cx(styles.scroll)}>
          <ShelfList
            shelf={shelf}
            explaining={ready.explaining}
            isOnSale={!isOver}
            asking={asking}
            onBuy={onBuy}
          />
        </View>
      </View>
      {!isOver && (
        <View className={cx(styles.part, styles.chat)}>
          <Text className={cx(styles.title)} {...heading}>
            {copy.chat.log}
          </Text>
          <ChatLog chat={chat} place="panel" onSayAgain={onSayAgain} />
          <View className={cx(styles.input)}>
            <ChatInput talk={chat.talk} place="panel" />
          </View>
        </View>
      )}
    </View>
  )
}
