import { View } from '@tarojs/components'
import { cx } from './cx'
import { Tappable } from './tappable'
import styles from './toggle.module.scss'

export interface ToggleProps {
  readonly isOn: boolean
  /** What it switches, in words. */
  readonly label: string
  readonly onChange: (isOn: boolean) => void
}

/** A switch that takes effect at once. */
export function Toggle({ isOn, label, onChange }: ToggleProps) {
  return (
    <Tappable
      className={cx(styles.toggle)}
      role="switch"
      label={label}
      isSelected={isOn}
      onTap={() => {
        onChange(!isOn)
      }}
    >
      <View className={cx(styles.track, isOn && styles.on)}>
        <View className={cx(styles.knob)} />
      </View>
    </Tappable>
  )
}
