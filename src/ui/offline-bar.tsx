import { Text, View } from '@tarojs/components'
import { useSyncExternalStore } from 'react'
import { network } from '@/platform'
import { useCommonWords } from './words/common'
import { cx } from './cx'
import { Icon } from './icon'
import styles from './offline-bar.module.scss'

const subscribe = (tell: () => void): (() => void) => network.subscribe(tell)
const isOnlineNow = (): boolean => network.isOnline()
const alert = { role: 'status', 'aria-live': 'polite' }

/** Says, while it is so, that nothing on the page can be new. */
export function OfflineBar() {
  const common = useCommonWords()
  const isOnline = useSyncExternalStore(subscribe, isOnlineNow, isOnlineNow)
  if (isOnline) return null
  return (
    <View className={cx(styles.bar)} {...alert}>
      <Icon name="offline" size="s" />
      <Text>{common.offline}</Text>
    </View>
  )
}
