import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from './button'
import { cx } from './cx'
import styles from './table-frame.module.scss'

interface TableFrameProps {
  readonly input: ReactNode
  /** What was found in it. */
  readonly result: ReactNode
  readonly submit: {
    readonly words: string
    readonly isReady: boolean
    readonly isBusy: boolean
    readonly onTap: () => void
  }
}

/** A table beside what was found in it, or above, and the one thing to do with it in thumb reach. */
export const TableFrame = ({ input, result, submit }: TableFrameProps) => (
  <View className={cx(styles.view)}>
    <View className={cx(styles.input)}>{input}</View>
    <View className={cx(styles.result)}>{result}</View>
    <View className={cx(styles.foot)}>
      <Button
        block
        size="l"
        className={cx(styles.submit)}
        disabled={!submit.isReady}
        busy={submit.isBusy}
        onTap={submit.onTap}
      >
        {submit.words}
      </Button>
    </View>
  </View>
)
