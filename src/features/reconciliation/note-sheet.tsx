import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Difference } from '@/contracts/merchant/payments'
import type { MerchantId } from '@/domain/ids'
import type { CallError } from '@/services/backend'
import { useMerchantOnce } from '@/services/once'
import { Button, cx, Field, Problem, Sheet } from '@/ui'
import styles from './reconciliation.module.scss'
import { useReconciliationWords } from './words'

export interface NoteSheetProps {
  readonly differenceId: string
  readonly merchantId: MerchantId
  readonly onNoted: (difference: Difference) => void
  readonly onClose: () => void
}

const MAX_NOTE = 200

/** A person has looked at it and says why it is all right. */
export function NoteSheet({ differenceId, merchantId, onNoted, onClose }: NoteSheetProps) {
  const words = useReconciliationWords()
  const [note, setNote] = useState('')
  const [isMissing, setMissing] = useState(false)
  const [failure, setFailure] = useState<CallError | null>(null)
  const { send, isUnderWay } = useMerchantOnce('payments', 'note-difference')
  async function save(): Promise<void> {
    const said = note.trim()
    if (said === '') {
      setMissing(true)
      return
    }
    setFailure(null)
    const answer = await send({ merchantId, differenceId, note: said })
    if (answer === null) return
    if (answer.ok) onNoted(answer.value.difference)
    else setFailure(answer.error)
  }
  const submit = (
    <Button block busy={isUnderWay} onTap={() => void save()}>
      {words.noteYes}
    </Button>
  )
  return (
    <Sheet open title={words.noteTitle} footer={submit} onClose={onClose}>
      <View className={cx(styles.form)}>
        <Text className={cx(styles.soft)}>{words.noteHint}</Text>
        <Field
          type="long"
          label={words.noteField}
          value={note}
          placeholder={words.notePlaceholder}
          maxLength={MAX_NOTE}
          error={isMissing ? words.noteMissing : undefined}
          onInput={(typed) => {
            setNote(typed)
            setMissing(false)
          }}
        />
        <Problem failure={failure} />
      </View>
    </Sheet>
  )
}
