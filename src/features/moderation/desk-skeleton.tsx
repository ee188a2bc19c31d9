import { View } from '@tarojs/components'
import { cx, Skeleton } from '@/ui'
import styles from './moderation.module.scss'

export const deskSkeleton = (
  <View className={cx(styles.block)}>
    <Skeleton className={styles.skeleton} />
    <Skeleton className={styles.skeleton} />
  </View>
)
