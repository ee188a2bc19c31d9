import { Text, View } from '@tarojs/components'
import { cx, useCopy } from '@/ui'
import styles from './explain-mark.module.scss'

/** Beating bars: this is what the host is talking about. */
export function ExplainMark({ className }: { readonly className?: string | undefined }) {
  const copy = useCopy()
  return (
    <View className={cx(styles.mark, className)}>
      <View className={cx(styles.bars)}>
        <View className={cx(styles.bar)} />
        <View className={cx(styles.bar)} />
        <View className={cx(styles.bar)} />
      </View>
      <Text>{copy.shelf.explaining}</Text>
    </View>
  )
}
