import { View } from '@tarojs/components'
import { memo } from 'react'
import { cx, Icon } from '@/ui'
import styles from './flying-hearts.module.scss'
import { heartSlots } from './heart-slots'

const hidden = { 'aria-hidden': 'true' }

export const FlyingHearts = memo(function FlyingHearts({ taps }: { readonly taps: number }) {
  return (
    <View className={cx(styles.air)} {...hidden}>
      {heartSlots(taps).map(({ twin, way }, slot) => (
        <View key={slot} className={cx(styles.heart, styles[twin], styles[`way-${way}`])}>
          <Icon name="heart" size="l" />
        </View>
      ))}
    </View>
  )
})
