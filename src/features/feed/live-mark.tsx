import { Text, View } from '@tarojs/components'
import { cx, useCopy } from '@/ui'
import styles from './live-mark.module.scss'

/** The moving bars that say: this is happening now. */
export function LiveMark() {
  const copy = useCopy()
  return (
    <View className={cx(styles.mark)}>
      <View className={cx(styles.bars)}>
        <View className={cx(styles.bar)} />
        <View className={cx(styles.bar)} />
        <View className={cx(styles.bar)} />
      </View>
      <Text>{copy.feed.live}</Text>
    </View>
  )
}
