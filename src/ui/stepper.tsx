import { Text, View } from '@tarojs/components'
import { cx } from './cx'
import { useCommonWords } from './words/common'
import { Icon } from './icon'
import styles from './stepper.module.scss'
import { Tappable } from './tappable'

export interface StepperProps {
  readonly value: number
  readonly min: number
  readonly max: number
  readonly onChange: (value: number) => void
}

export function Stepper({ value, min, max, onChange }: StepperProps) {
  const common = useCommonWords()
  const set = (next: number) => () => {
    onChange(Math.min(max, Math.max(min, next)))
  }
  const live = { 'aria-live': 'polite' }
  return (
    <View className={cx(styles.stepper)}>
      <Tappable
        className={cx(styles.step, value <= min && styles.off)}
        label={common.less}
        isDisabled={value <= min}
        onTap={set(value - 1)}
      >
        <Icon name="minus" size="s" />
      </Tappable>
      <Text className={cx(styles.value)} {...live}>
        {String(value)}
      </Text>
      <Tappable
        className={cx(styles.step, value >= max && styles.off)}
        label={common.more}
        isDisabled={value >= max}
        onTap={set(value + 1)}
      >
        <Icon name="plus" size="s" />
      </Tappable>
    </View>
  )
}
