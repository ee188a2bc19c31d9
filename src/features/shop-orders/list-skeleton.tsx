import { View } from '@tarojs/components'
import { cx, Skeleton } from '@/ui'
import styles from './order-list.module.scss'

export const listSkeleton = (
  <View className={cx(styles.list)}>
    <Skeleton className={styles.skeleton} />
    <Skeleton className={styles.skeleton} />
    <Skeleton className={styles.skeleton} />
  </View>
)
