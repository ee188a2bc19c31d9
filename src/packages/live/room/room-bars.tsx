import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { ChatInput, ChatStatus, useChatWords } from '@/features/chat'
import { HeartButton, type ReadyRoom, useLiveWords } from '@/features/live'
import { BagButton } from '@/features/shelf'
import { ShareEntry } from '@/features/share'
import { cx, Icon, Tappable } from '@/ui'
import styles from './room-screen.module.scss'
import { TalkStrip } from './talk'
import type { useOpenSheet } from './use-open-sheet'
import type { RoomScreenState } from './use-room-screen'

/** The picture alone, for as long as the person wants it. */
export function useClearScreen() {
  const [isOn, setOn] = useState(false)
  return {
    isOn,
    toggle: () => {
      setOn((before) => !before)
    },
  }
}

export interface BottomBarProps {
  readonly screen: RoomScreenState
  readonly ready: ReadyRoom
  readonly isWide: boolean
  readonly onShelf: () => void
  readonly onShare: () => void
}

/** What there is to do while a show is on. */
export function BottomBar({ screen, ready, isWide, onShelf, onShare }: BottomBarProps) {
  return (
    <View className={cx(styles.bar)}>
      <BagButton count={ready.state.shelf.length} onTap={onShelf} />
      {isWide ? <View className={cx(styles.gap)} /> : <ChatInput {...screen.chat.input} place="over-video" />}
      <ShareEntry className={cx(styles.round)} onTap={onShare} />
      <HeartButton likes={ready.pulse.likes + ready.ownLikes} onLike={screen.like} />
    </View>
  )
}

export interface ClearBarProps {
  readonly products: number
  readonly onShelf: () => void
  readonly onUnclear: () => void
}

/** What stays on a cleared screen: the bag, and the way back. */
export function ClearBar({ products, onShelf, onUnclear }: ClearBarProps) {
  const words = useChatWords()
  return (
    <View className={cx(styles.bar)}>
      <BagButton count={products} onTap={onShelf} />
      <View className={cx(styles.gap)} />
      <Tappable className={cx(styles.pill)} onTap={onUnclear}>
        <Icon name="chat" size="s" />
        <Text>{words.unclear}</Text>
      </Tappable>
    </View>
  )
}

export interface RoomBannerProps {
  readonly screen: RoomScreenState
  /** Null where nobody talks. */
  readonly ready: ReadyRoom | null
  readonly sheets: ReturnType<typeof useOpenSheet>
  readonly onClear: () => void
}

/** Under the shop's name: that the network is gone, and what the shop wants everybody to know. */
export function RoomBanner({ screen, ready, sheets, onClear }: RoomBannerProps) {
  const words = useChatWords()
  const pinned = ready?.state.talk.pinned
  return (
    <View className={cx(styles.banner)}>
      <Connection screen={screen} isTalking={ready !== null} />
      {ready !== null && (
        <View className={cx(styles.strip)}>
          <TalkStrip
            talk={ready.state.talk}
            onNotice={sheets.openNotice}
            onPinned={() => {
              if (pinned != null) sheets.openMessage({ ...pinned, key: pinned.id, tone: 'said' })
            }}
            onQuestions={sheets.openQuestions}
          />
          <Tappable className={cx(styles.pill)} onTap={onClear}>
            <Text>{words.clear}</Text>
          </Tappable>
        </View>
      )}
    </View>
  )
}

interface ConnectionProps {
  readonly screen: RoomScreenState
  readonly isTalking: boolean
}

function Connection({ screen: { isOnline, chat }, isTalking }: ConnectionProps) {
  const words = useLiveWords()
  if (isOnline) return isTalking ? <ChatStatus state={chat.state} onReopen={chat.reopen} /> : null
  return (
    <View className={cx(styles.offline)} {...{ role: 'status' }}>
      <Icon name="offline" size="s" />
      <Text>{words.offline}</Text>
    </View>
  )
}
