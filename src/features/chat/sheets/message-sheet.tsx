import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { RoomId } from '@/domain/ids'
import { copyText, cx, Icon, type IconName, Sheet, Tappable, toast } from '@/ui'
import type { ChatRow } from '../chat-ring'
import type { ChatHandle } from '../use-chat'
import { ReportForm } from './report-form'
import styles from './sheets.module.scss'
import { useTalkWords } from './words'

/** What somebody said, as far as anything can be done about it. */
export type SaidRow = Pick<ChatRow, 'key' | 'userId' | 'name' | 'text' | 'tone'>

export interface MessageSheetProps {
  readonly roomId: RoomId
  readonly row: SaidRow
  readonly chat: Pick<ChatHandle, 'talk' | 'reply'>
  readonly onClose: () => void
}

/** One message, and what a viewer can do about it. */
export function MessageSheet({ roomId, row, chat, onClose }: MessageSheetProps) {
  const words = useTalkWords()
  const [isReporting, setReporting] = useState(false)
  const closeAfter = (act: () => void) => () => {
    act()
    onClose()
  }
  if (isReporting) return <ReportForm roomId={roomId} messageId={row.key} onClose={onClose} />
  const isOwn = row.tone === 'own'
  const isStaff = row.tone === 'host' || row.tone === 'assistant'
  return (
    <Sheet open title={row.name} onClose={onClose}>
      <View className={cx(styles.body)}>
        <Text className={cx(styles.quote)} selectable>
          {row.text}
        </Text>
        <View className={cx(styles.acts)}>
          {!isOwn && <Act icon="chat" words={words.reply} onTap={closeAfter(() => chat.reply(row.name))} />}
          <Act icon="copy" words={words.copy} onTap={closeAfter(() => void copyText(row.text))} />
          {!isOwn && <Act icon="alert" words={words.report} onTap={() => setReporting(true)} />}
          {!isOwn && !isStaff && (
            <Act
              icon="muted"
              words={words.block}
              onTap={closeAfter(() => {
                chat.talk.block({ userId: row.userId, name: row.name })
                toast(words.blocked)
              })}
            />
          )}
        </View>
        {!isOwn && !isStaff && <Text className={cx(styles.hint)}>{words.blockHint}</Text>}
      </View>
    </Sheet>
  )
}

interface ActProps {
  readonly icon: IconName
  readonly words: string
  readonly onTap: () => void
}

const Act = ({ icon, words, onTap }: ActProps) => (
  <Tappable className={cx(styles.act)} onTap={onTap}>
    <Icon name={icon} />
    <Text>{words}</Text>
  </Tappable>
)
