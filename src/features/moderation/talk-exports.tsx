import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { RoomId } from '@/domain/ids'
import { fileSaver } from '@/platform'
import type { CallError } from '@/services/backend'
import { useMerchantOnce } from '@/services/once'
import { Button, copyText, cx, Problem, toast } from '@/ui'
import styles from './moderation.module.scss'
import { useModerationWords } from './words'

const SHEETS = ['export-chat', 'export-log'] as const
type SheetName = (typeof SHEETS)[number]

/** The room's talk and its log as sheets. */
export function TalkExports({ roomId }: { readonly roomId: RoomId }) {
  const words = useModerationWords()
  return (
    <View className={cx(styles.block)}>
      <Text className={cx(styles.label)}>{words.exports}</Text>
      <Text className={cx(styles.soft)}>{words.exportsHint}</Text>
      {SHEETS.map((sheet) => (
        <Export key={sheet} roomId={roomId} sheet={sheet} />
      ))}
    </View>
  )
}

interface ExportProps {
  readonly roomId: RoomId
  readonly sheet: SheetName
}

/** A sheet is made first and handed over by a tap of its own: hosts insist on that. */
function Export({ roomId, sheet }: ExportProps) {
  const words = useModerationWords()
  const { send, isUnderWay } = useMerchantOnce('chat', sheet)
  const [csv, setCsv] = useState<string | null>(null)
  const [failure, setFailure] = useState<CallError | null>(null)
  async function make(): Promise<void> {
    setFailure(null)
    const answer = await send({ roomId })
    if (answer === null) return
    if (answer.ok) setCsv(answer.value.csv)
    else setFailure(answer.error)
  }
  async function save(text: string): Promise<void> {
    if (fileSaver.way === 'none') {
      await copyText(text)
      return
    }
    const saved = await fileSaver.saveText(`${sheet === 'export-chat' ? 'chat' : 'log'}-${roomId}.csv`, text)
    if (saved.ok) toast(words.exportSaved)
    else if (saved.error === 'failed') toast(words.exportFailed)
  }
  return (
    <>
      {csv === null ? (
        <Button kind="secondary" size="s" busy={isUnderWay} onTap={() => void make()}>
          {words.exportMake[sheet]}
        </Button>
      ) : (
        <Button size="s" onTap={() => void save(csv)}>
          {fileSaver.way === 'none' ? words.exportCopy[sheet] : words.exportSave[sheet]}
        </Button>
      )}
      <Problem failure={failure} />
    </>
  )
}
