import { ScrollView, Text, View } from '@tarojs/components'
import { memo } from 'react'
import { cx, Icon, scrollTo, Tappable } from '@/ui'
import { type ChatRow, newestRow } from './chat-ring'
import styles from './chat-log.module.scss'
import type { ChatHandle } from './use-chat'
import { CHAT_SCROLL, useReading } from './use-reading'
import { useChatWords } from './words'
import type { Words } from './words/zh-cn'

export interface ChatLogProps {
  readonly chat: ChatHandle
  /** Over the picture the words are white; beside it they are ink. */
  readonly place: 'over-video' | 'panel'
  readonly onSayAgain: (row: ChatRow) => void
  /** Somebody wants to do something about what was said. */
  readonly onRow: (row: ChatRow) => void
}

/** A position beyond the end is the end; it must differ from the last one to be obeyed. */
const BEYOND_THE_END = 1_000_000
const liveNode = { role: 'log', 'aria-live': 'polite' }

/**
 * The chat, newest at the bottom. It stops moving while the person reads further up. Every level of nodes above a
 * row costs bytes with each message in a mini-program, so there are as few as can be.
 */
export function ChatLog({ chat, place, onSayAgain, onRow }: ChatLogProps) {
  const words = useChatWords()
  const { feed, talk } = chat
  const follow = useReading(chat)
  const newest = newestRow(feed.ring)
  return (
    <ScrollView
      id={CHAT_SCROLL}
      className={cx(styles.log, styles[place])}
      scrollY
      enhanced
      showScrollbar={false}
      onScroll={follow}
      {...scrollTo(BEYOND_THE_END + (feed.turn % 1_000))}
    >
      <View className={cx(styles.rows, styles[`head-${feed.ring.head}`])}>
        <Text className={cx(styles.welcome)}>{words.welcome}</Text>
        {feed.ring.slots.map((row, slot) => (
          <Row key={slot} row={row} words={words} onSayAgain={onSayAgain} onRow={onRow} />
        ))}
      </View>
      {/* the slots are read in the order of the source, so the newest line is told from a place of its own */}
      <View className={cx(styles.told)} {...liveNode}>
        {newest === null ? '' : `${newest.name}：${newest.text}`}
      </View>
      {feed.unread > 0 && (
        <Tappable
          className={cx(styles.unread)}
          onTap={() => {
            talk.toNewest()
          }}
        >
          <Text>{words.newLines(feed.unread)}</Text>
          <Icon name="down" size="s" />
        </Tappable>
      )}
    </ScrollView>
  )
}

interface RowProps {
  readonly row: ChatRow
  readonly words: Words
  readonly onSayAgain: (row: ChatRow) => void
  readonly onRow: (row: ChatRow) => void
}

interface Key {
  readonly key?: string
}

/** A badge is part of the name: a node of its own would be sent with every message. */
const Row = memo(function Row({ row, words, onSayAgain, onRow }: RowProps) {
  const { name, text, tone, fate, times } = row
  const act = (): void => {
    if (fate === 'failed') onSayAgain(row)
    else if (fate === 'said') onRow(row)
  }
  const forReaders = {
    role: 'button',
    tabIndex: 0,
    onKeyDown: ({ key }: Key) => {
      if (key === 'Enter') act()
    },
  }
  return (
    <View
      className={cx(styles.row, tone !== 'said' && styles[tone], fate !== 'said' && styles[fate])}
      onClick={act}
      {...forReaders}
    >
      <Text className={cx(styles.name)}>{named(name, words.badges[tone])}</Text>
      {times > 1 ? `${text} ×${times}` : text}
      {fate === 'failed' && <Text className={cx(styles.again)}>{words.failed}</Text>}
    </View>
  )
})

const named = (name: string, badge: string): string =>
  badge === '' || name === '' ? name : `${badge} ${name}`
