import { Text, View } from '@tarojs/components'
import { cx } from '@/ui'
import styles from './explain-mark.module.scss'
import { useShelfWords } from './words'

/** Beating bars: this is what the host is talking about. */
export function ExplainMark({ className }: { readonly className?: string | undefined }) {
  const words = useShelfWords()
  return (
    <View className={cx(styles.mark, className)}>
      <View className={cx(styles.bars)}>
        <View className={cx(styles.bar)} />
        <View className={cx(styles.bar)} />
        <View className={cx(styles.bar)} />
      </View>
      <Text>{words.explaining}</Text>
    </View>
  )
}
