import { View } from '@tarojs/components'
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { pictureShown } from '@/platform'
import { createLate, cx, FailedFace, Sheet, Skeleton, useCommonWords } from '@/ui'
import type { RoomSheetsProps } from './room-sheets'
import styles from './waiting-sheet.module.scss'

const late = createLate(
  async () => (await import(/* webpackChunkName: "sheets" */ './room-sheets')).RoomSheets,
)

/**
 * A shared link is opened for its picture: what slides over the show, the checkout and its address book among it, is
 * loaded when the picture is there, or when somebody opens a sheet sooner.
 */
export function RoomSheets(props: RoomSheetsProps) {
  const Sheets = useSyncExternalStore(late.subscribe, late.read)
  useEffect(() => {
    // without network nothing is lost: whoever opens a sheet asks again
    void pictureShown()
      .then(late.load)
      .catch(() => undefined)
  }, [])
  if (Sheets !== null) return <Sheets {...props} />
  return props.sheets.sheet.kind === 'none' ? null : <WaitingSheet onClose={props.sheets.close} />
}

function WaitingSheet({ onClose }: { readonly onClose: () => void }) {
  const { loading } = useCommonWords()
  const [hasFailed, setHasFailed] = useState(false)
  const ask = useCallback(() => {
    late.load().catch(() => setHasFailed(true))
  }, [])
  useEffect(ask, [ask])
  if (!hasFailed)
    return (
      <Sheet open title={loading} onClose={onClose}>
        <View className={cx(styles.waiting)}>
          <Skeleton className={styles.line} />
          <Skeleton className={styles.line} />
        </View>
      </Sheet>
    )
  return (
    <Sheet open onClose={onClose}>
      <FailedFace
        code="offline"
        onRetry={() => {
          setHasFailed(false)
          ask()
        }}
      />
    </Sheet>
  )
}
