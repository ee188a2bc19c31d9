import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { cx } from './cx'
import { Icon, type IconName } from './icon'
import styles from './cell.module.scss'
import { Tappable } from './tappable'

export interface CellProps {
  readonly title: string
  readonly note?: string
  readonly icon?: IconName
  /** Stands at the right end in place of the arrow. */
  readonly end?: ReactNode
  readonly onTap?: () => void
}

/** One row of a list of settings or facts. */
export function Cell({ title, note, icon, end, onTap }: CellProps) {
  const face = (
    <>
      {icon !== undefined && <Icon name={icon} className={cx(styles.icon)} />}
      <View className={cx(styles.words)}>
        <Text className={cx(styles.title)}>{title}</Text>
        {note !== undefined && <Text className={cx(styles.note)}>{note}</Text>}
      </View>
      {end ?? (onTap !== undefined && <Icon name="next" size="s" tone="soft" />)}
    </>
  )
  if (onTap === undefined) return <View className={cx(styles.cell)}>{face}</View>
  return (
    <Tappable className={cx(styles.cell)} onTap={onTap}>
      {face}
    </Tappable>
  )
}
