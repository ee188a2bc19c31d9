import { Text, View } from '@tarojs/components'
import { Button } from './button'
import { cx } from './cx'
import styles from './confirm-sheet.module.scss'
import { useCommonWords } from './words/common'
import { Sheet } from './sheet'

export interface ConfirmSheetProps {
  readonly open: boolean
  readonly title: string
  /** What will happen, and what will not. */
  readonly hint: string
  readonly yes: string
  readonly no?: string
  readonly isDangerous?: boolean
  readonly busy?: boolean
  readonly onYes: () => void
  readonly onNo: () => void
}

/** Asks before something that cannot be taken back. */
export function ConfirmSheet(props: ConfirmSheetProps) {
  const common = useCommonWords()
  const { open, title, hint, yes, no = common.cancel, isDangerous = false, busy = false } = props
  return (
    <Sheet open={open} title={title} onClose={props.onNo}>
      <View className={cx(styles.body)}>
        <Text className={cx(styles.hint)}>{hint}</Text>
        <View className={cx(styles.actions)}>
          <Button kind="ghost" block onTap={props.onNo}>
            {no}
          </Button>
          <Button kind={isDangerous ? 'danger' : 'primary'} block busy={busy} onTap={props.onYes}>
            {yes}
          </Button>
        </View>
      </View>
    </Sheet>
  )
}
