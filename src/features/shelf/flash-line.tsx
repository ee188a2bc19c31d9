import { Text, View } from '@tarojs/components'
import type { ProductId } from '@/domain/ids'
import { COUNTED_MS, type FlashFace, flashFace, type OffersNow } from '@/domain/offers-now'
import { timeLeftText } from '@/services/server-clock'
import { cx, useWhenText } from '@/ui'
import styles from './flash-line.module.scss'
import { useShelfWords } from './words'

interface FlashLineProps {
  readonly productId: ProductId
  readonly at: OffersNow
}

/** A product's flash sale in one line: what it is up to, how long still, and how many are left. */
export function FlashLine({ productId, at }: FlashLineProps) {
  const words = useShelfWords().flash
  const when = useWhenText()
  const face = flashFace(productId, at)
  if (face === null) return null
  const isFar = face.kind === 'soon' && face.inMs > COUNTED_MS
  return (
    <View className={cx(styles.flash, styles[face.kind])}>
      <Text className={cx(styles.state)}>
        {isFar ? words.soonAt(when(face.sale.startsAt, at.now)) : words[face.kind]}
      </Text>
      {!isFar && <Counted face={face} />}
      {face.kind === 'on' && <Text className={cx(styles.left)}>{words.left(face.left)}</Text>}
    </View>
  )
}

function Counted({ face }: { readonly face: FlashFace }) {
  if (face.kind !== 'soon' && face.kind !== 'on') return null
  // a screen reader is told the state, not every second of it
  return (
    <Text className={cx(styles.time)} {...{ role: 'timer' }}>
      {timeLeftText(face.inMs)}
    </Text>
  )
}
