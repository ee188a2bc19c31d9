import { Text, View } from '@tarojs/components'
import { ChatInput, type ChatHandle, ChatLog, type ChatLogProps, useChatWords } from '@/features/chat'
import type { ReadyRoom } from '@/features/live'
import { type Asking, ShelfList, useShelfWords } from '@/features/shelf'
import type { OffersNow } from '@/domain/offers-now'
import type { ShelfProduct } from '@/domain/product'
import { cx } from '@/ui'
import styles from './room-panel.module.scss'

export interface RoomPanelProps {
  readonly ready: ReadyRoom
  readonly at: OffersNow
  readonly chat: ChatHandle
  readonly asking: Asking | null
  readonly onBuy: (product: ShelfProduct) => void
  readonly onSayAgain: ChatLogProps['onSayAgain']
  readonly onRow: ChatLogProps['onRow']
}

/** On a desktop's window, shelf and chat stand beside the show. */
export function RoomPanel({ ready, at, chat, asking, onBuy, onSayAgain, onRow }: RoomPanelProps) {
  const shelfWords = useShelfWords()
  const chatWords = useChatWords()
  const { shelf, room } = ready.state
  const isOver = room.status === 'ended'
  const heading = { role: 'heading', 'aria-level': '2' }
  return (
    <View className={cx(styles.panel)}>
      <View className={cx(styles.part, styles.shelf)}>
        <Text className={cx(styles.title)} {...heading}>
          {shelfWords.title(shelf.length)}
        </Text>
        <View className={cx(styles.scroll)}>
          <ShelfList
            shelf={shelf}
            explaining={ready.onScreen.explaining}
            at={at}
            isOnSale={room.status !== 'upcoming'}
            asking={asking}
            onBuy={onBuy}
          />
        </View>
      </View>
      {!isOver && (
        <View className={cx(styles.part, styles.chat)}>
          <Text className={cx(styles.title)} {...heading}>
            {chatWords.log}
          </Text>
          <ChatLog chat={chat} place="panel" onSayAgain={onSayAgain} onRow={onRow} />
          <View className={cx(styles.input)}>
            <ChatInput {...chat.input} place="panel" />
          </View>
        </View>
      )}
    </View>
  )
}
