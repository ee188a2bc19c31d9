import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { cx } from './cx'
import { Icon, type IconName } from './icon'
import styles from './empty-face.module.scss'

export interface EmptyFaceProps {
  readonly title: string
  /** What the person can do about it. */
  readonly hint?: string
  readonly action?: ReactNode
  readonly icon?: IconName
}

export function EmptyFace({ title, hint, action, icon = 'bag' }: EmptyFaceProps) {
  return (
    <View className={cx(styles.face)}>
      <View className={cx(styles.badge)}>
        <Icon name={icon} size="xl" />
      </View>
      <Text className={cx(styles.title)}>{title}</Text>
      {hint !== undefined && <Text className={cx(styles.hint)}>{hint}</Text>}
      {action !== undefined && <View className={cx(styles.action)}>{action}</View>}
    </View>
  )
}
