import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { cx } from './cx'
import { useLook } from './look'
import styles from './page.module.scss'
import { Toaster } from './toaster'

export interface PageProps {
  /** `phone` stays a column on wide screens; `wide` uses them. */
  readonly width?: 'phone' | 'wide'
  readonly className?: string | undefined
}

/** The root of every page: theme, large type, width, and a place for toasts. */
export function Page({ width = 'phone', className, children }: PropsWithChildren<PageProps>) {
  const isLargeType = useLook((look) => look.isLargeType)
  return (
    <View className={cx(styles.page, styles[width], isLargeType && 'large-type', className)}>
      {children}
      <Toaster />
    </View>
  )
}
