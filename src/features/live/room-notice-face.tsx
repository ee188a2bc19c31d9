import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { cx, Icon, type IconName } from '@/ui'
import styles from './room-notice-face.module.scss'

export interface RoomNoticeFaceProps {
  readonly icon?: IconName
  readonly title: string
  readonly hint?: string
  /** Chat stands below: keep out of its way. */
  readonly isHigh?: boolean
  /** There is much to see: it begins under the top bar. */
  readonly isTall?: boolean
  readonly children?: ReactNode
}

/** A few words in the middle of the stage when there is no picture to see. */
export function RoomNoticeFace({
  icon,
  title,
  hint,
  isHigh = false,
  isTall = false,
  children,
}: RoomNoticeFaceProps) {
  const forReaders = { role: 'status' }
  return (
    <View className={cx(styles.face, isHigh && styles.high, isTall && styles.tall)} {...forReaders}>
      {icon !== undefined && (
        <View className={cx(styles.badge)}>
          <Icon name={icon} size="xl" />
        </View>
      )}
      <Text className={cx(styles.title)}>{title}</Text>
      {hint !== undefined && <Text className={cx(styles.hint)}>{hint}</Text>}
      {children}
    </View>
  )
}
