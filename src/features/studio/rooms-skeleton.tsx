import { View } from '@tarojs/components'
import { cx, Skeleton } from '@/ui'
import styles from './studio-home.module.scss'

export const roomsSkeleton = (
  <View className={cx(styles.grid)}>
    <Skeleton className={styles.skeleton} />
    <Skeleton className={styles.skeleton} />
    <Skeleton className={styles.skeleton} />
  </View>
)
