import { Text, View } from '@tarojs/components'
import { cx } from '@/ui'
import styles from './live-mark.module.scss'
import { useFeedWords } from './words'

/** The moving bars that say: this is happening now. */
export function LiveMark() {
  const words = useFeedWords()
  return (
    <View className={cx(styles.mark)}>
      <View className={cx(styles.bars)}>
        <View className={cx(styles.bar)} />
        <View className={cx(styles.bar)} />
        <View className={cx(styles.bar)} />
      </View>
      <Text>{words.live}</Text>
    </View>
  )
}
