import { View } from '@tarojs/components'
import { cx } from './cx'
import styles from './skeleton.module.scss'

/** A block that breathes where something will be; size it by a class of the caller's. */
export function Skeleton({ className }: { readonly className?: string | undefined }) {
  return <View className={cx(styles.skeleton, className)} />
}
