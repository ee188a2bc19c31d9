import { Text } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { cx } from './cx'
import styles from './tag.module.scss'

export interface TagProps {
  readonly tone?: 'plain' | 'brand' | 'good' | 'warn' | 'muted'
  readonly className?: string | undefined
}

export function Tag({ tone = 'plain', className, children }: PropsWithChildren<TagProps>) {
  return <Text className={cx(styles.tag, styles[tone], className)}>{children}</Text>
}
