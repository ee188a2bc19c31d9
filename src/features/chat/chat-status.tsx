import { Text } from '@tarojs/components'
import type { ChatState } from '@/services/chat'
import { cx, Tappable } from '@/ui'
import styles from './chat-status.module.scss'
import { useChatWords } from './words'

export interface ChatStatusProps {
  readonly state: ChatState
  readonly onReopen: () => void
}

/** Says how the chat stands when it does not simply work. */
export function ChatStatus({ state, onReopen }: ChatStatusProps) {
  const words = useChatWords()
  if (state === 'ready') return null
  if (state === 'kicked')
    return (
      <Tappable className={cx(styles.status, styles.tap)} onTap={onReopen}>
        <Text>{words.kicked}</Text>
      </Tappable>
    )
  const forReaders = { role: 'status' }
  return (
    <Text className={cx(styles.status)} {...forReaders}>
      {state === 'offline' ? words.offline : words.connecting}
    </Text>
  )
}
