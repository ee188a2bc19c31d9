import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { RoomId } from '@/domain/ids'
import { Button, cx, Sheet } from '@/ui'
import { ReportForm } from './report-form'
import styles from './sheets.module.scss'
import { useTalkWords } from './words'

export interface NoticeSheetProps {
  readonly roomId: RoomId
  /** Null: it was cleared while it was looked at. */
  readonly notice: string | null
  readonly onClose: () => void
}

/** The whole notice board. */
export function NoticeSheet({ roomId, notice, onClose }: NoticeSheetProps) {
  const words = useTalkWords()
  const [isReporting, setReporting] = useState(false)
  if (isReporting) return <ReportForm roomId={roomId} messageId={null} onClose={onClose} />
  return (
    <Sheet open title={words.notice} onClose={onClose}>
      <View className={cx(styles.body)}>
        <Text className={cx(styles.notice)} selectable>
          {notice ?? words.noNotice}
        </Text>
        <Button kind="ghost" size="s" onTap={() => setReporting(true)}>
          {words.reportShow}
        </Button>
      </View>
    </Sheet>
  )
}
