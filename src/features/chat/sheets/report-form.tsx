import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { RoomId } from '@/domain/ids'
import { REPORT_REASONS, type ReportReason } from '@/domain/report'
import { useOnce } from '@/services/once'
import { Button, Chips, cx, errorWords, Field, Sheet, toast } from '@/ui'
import styles from './sheets.module.scss'
import { useTalkWords } from './words'

export interface ReportFormProps {
  readonly roomId: RoomId
  /** Null: the show itself is reported. */
  readonly messageId: string | null
  readonly onClose: () => void
}

/** Tells the shop what is wrong with a message or with the show. */
export function ReportForm({ roomId, messageId, onClose }: ReportFormProps) {
  const words = useTalkWords()
  const { isUnderWay, send } = useOnce('chat', 'report')
  const [reason, setReason] = useState<ReportReason | null>(null)
  const [note, setNote] = useState('')

  async function report(chosen: ReportReason): Promise<void> {
    const more = note.trim() === '' ? {} : { note: note.trim() }
    const about = messageId === null ? {} : { messageId }
    const answer = await send({ roomId, reason: chosen, ...about, ...more })
    if (answer === null) return
    if (!answer.ok) {
      const { title, hint } = errorWords(answer.error.code)
      toast(`${title}，${hint}`)
      return
    }
    toast(words.reported)
    onClose()
  }
  return (
    <Sheet
      open
      title={messageId === null ? words.reportShow : words.reportTitle}
      onClose={onClose}
      footer={
        <Button
          block
          disabled={reason === null}
          busy={isUnderWay}
          onTap={() => {
            if (reason !== null) void report(reason)
          }}
        >
          {words.sendReport}
        </Button>
      }
    >
      <View className={cx(styles.body)}>
        <Text className={cx(styles.label)}>{words.reason}</Text>
        <Chips
          label={words.reason}
          chips={REPORT_REASONS.map((value) => ({ value, words: words.reasons[value] }))}
          chosen={reason}
          onChoose={setReason}
        />
        <Field
          label={words.note}
          value={note}
          type="long"
          maxLength={200}
          placeholder={words.notePlaceholder}
          onInput={setNote}
        />
      </View>
    </Sheet>
  )
}
