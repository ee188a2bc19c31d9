import { View } from '@tarojs/components'
import { cx, Skeleton } from '@/ui'
import styles from './feed-skeleton.module.scss'

const CARDS = [1, 2, 3, 4]

export function FeedSkeleton() {
  return (
    <View>
      <Skeleton className={cx(styles.title)} />
      <View className={cx(styles.grid)}>
        {CARDS.map((card) => (
          <View key={card} className={cx(styles.card)}>
            <Skeleton className={cx(styles.cover)} />
            <Skeleton className={cx(styles.line)} />
          </View>
        ))}
      </View>
    </View>
  )
}
