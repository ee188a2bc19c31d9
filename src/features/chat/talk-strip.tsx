import { Text, View } from '@tarojs/components'
import type { RoomTalk } from '@/domain/room-talk'
import { cx, Icon, Tappable } from '@/ui'
import styles from './talk-strip.module.scss'
import { useChatWords } from './words'

export interface TalkStripProps {
  readonly talk: RoomTalk
  readonly onNotice: () => void
  readonly onPinned: () => void
  readonly onQuestions: () => void
}

/** What the shop wants everybody to know: its notice board, the message it has pinned, and what it has answered. */
export function TalkStrip({ talk, onNotice, onPinned, onQuestions }: TalkStripProps) {
  const words = useChatWords()
  const { notice, pinned, answers } = talk
  return (
    <View className={cx(styles.strip)}>
      {notice !== null && (
        <Tappable className={cx(styles.line)} label={`${words.notice}：${notice}`} onTap={onNotice}>
          <Text className={cx(styles.mark)}>{words.notice}</Text>
          <Text className={cx(styles.words)}>{notice}</Text>
          <Icon name="next" size="s" />
        </Tappable>
      )}
      {pinned !== null && (
        <Tappable
          className={cx(styles.line)}
          label={`${words.pinned}：${pinned.name}：${pinned.text}`}
          onTap={onPinned}
        >
          <Text className={cx(styles.mark)}>{words.pinned}</Text>
          <Text className={cx(styles.words)}>{`${pinned.name}：${pinned.text}`}</Text>
        </Tappable>
      )}
      <Tappable className={cx(styles.line)} onTap={onQuestions}>
        <Icon name="chat" size="s" />
        <Text className={cx(styles.words)}>{words.questions(answers.length)}</Text>
      </Tappable>
    </View>
  )
}
