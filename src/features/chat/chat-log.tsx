import { ScrollView, Text, View } from '@tarojs/components'
import { memo } from 'react'
import { cx, Icon, scrollTo, Tappable, useCopy } from '@/ui'
import { type ChatRow, newestRow } from './chat-ring'
import styles from './chat-log.module.scss'
import type { ChatHandle } from './use-chat'
import { CHAT_SCROLL, useReading } from './use-reading'

export interface ChatLogProps {
  readonly chat: ChatHandle
  /** Over the picture the words are white; beside it they are ink. */
  readonly place: 'over-video' | 'panel'
  readonly onSayAgain: (row: ChatRow) => void
}

/** A position beyond the end is the end; it must differ from the last one to be obeyed. */
const BEYOND_THE_END = 1_000_000
const liveNode = { role: 'log', 'aria-live': 'polite' }

/**
 * The chat, newest at the bottom. It stops moving while the person reads further up. Every level of nodes above a
 * row costs bytes with each message in a mini-program, so there are as few as can be.
 */
export function ChatLog({ chat, place, onSayAgain }: ChatLogProps) {
  const copy = useCopy()
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
        <Text className={cx(styles.welcome)}>{copy.chat.welcome}</Text>
        {feed.ring.slots.map((row, slot) => (
          <Row
            key={slot}
            row={row}
            hostWord={copy.chat.host}
            failedWord={copy.chat.failed}
            onSayAgain={onSayAgain}
          />
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
          <Text>{copy.chat.newLines(feed.unread)}</Text>
          <Icon name="down" size="s" />
        </Tappable>
      )}
    </ScrollView>
  )
}

interface RowProps {
  readonly row: ChatRow
  readonly hostWord: string
  readonly failedWord: string
  readonly onSayAgain: (row: ChatRow) => void
}

const Row = memo(function Row({ row, hostWord, failedWord, onSayAgain }: RowProps) {
  const { name, text, tone, fate } = row
  return (
    <View
      className={cx(styles.row, tone !== 'said' && styles[tone], fate !== 'said' && styles[fate])}
      {...(fate === 'failed'
        ? {
            role: 'button',
            tabIndex: 0,
            onClick: () => {
              onSayAgain(row)
            },
          }
        : {})}
    >
      <Text className={cx(styles.name)}>{tone === 'host' ? `${hostWord} ${name}` : name}</Text>
      {text}
      {fate === 'failed' && <Text className={cx(styles.again)}>{failedWord}</Text>}
    </View>
  )
})
