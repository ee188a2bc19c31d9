import { Text, View } from '@tarojs/components'
import { cx } from './cx'
import { useCommonWords } from './words/common'
import { Icon } from './icon'
import type { NavBarProps } from './nav-bar-props'
import styles from './nav-bar.module.scss'
import { Tappable } from './tappable'
import { useBarTitle } from './use-bar-title'

/** The bar that a browser lacks and a mini-program draws itself. */
export function NavBar({ title, onBack, end }: NavBarProps) {
  const common = useCommonWords()
  useBarTitle(title)
  const heading = { role: 'heading', 'aria-level': '1' }
  return (
    <View className={cx(styles.bar)}>
      <View className={cx(styles.side)}>
        {onBack !== undefined && (
          <Tappable className={cx(styles.back)} label={common.back} onTap={onBack}>
            <Icon name="back" />
          </Tappable>
        )}
      </View>
      <Text className={cx(styles.title)} {...heading}>
        {title}
      </Text>
      <View className={cx(styles.end)}>{end}</View>
    </View>
  )
}
