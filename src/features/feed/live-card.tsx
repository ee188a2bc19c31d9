import { Text, View } from '@tarojs/components'
import type { RoomCard } from '@/contracts/rooms'
import type { RoomId } from '@/domain/ids'
import { cx, Picture, Tappable, useCountText } from '@/ui'
import styles from './live-card.module.scss'
import { LiveMark } from './live-mark'
import { ProductStrip } from './product-strip'
import { useFeedWords } from './words'

export interface LiveCardProps {
  readonly card: RoomCard
  /** Takes the whole row: the first one when the number of cards is odd. */
  readonly isWide: boolean
  readonly isFirstScreen: boolean
  readonly onOpen: (roomId: RoomId) => void
}

export function LiveCard({ card, isWide, isFirstScreen, onOpen }: LiveCardProps) {
  const words = useFeedWords()
  const countText = useCountText()
  const { room, viewers, products } = card
  const watching = words.watching(countText(viewers))
  return (
    <Tappable
      className={cx(styles.card, isWide && styles.wide)}
      role="link"
      label={`${words.live} ${room.title} ${room.merchantName} ${watching}`}
      onTap={() => {
        onOpen(room.id)
      }}
    >
      <View className={cx(styles.cover)}>
        <Picture
          className={cx(styles.picture)}
          src={room.coverUrl}
          alt=""
          shape="fill"
          isEager={isFirstScreen}
        />
        <View className={cx(styles.shade)} />
        <View className={cx(styles.badges)}>
          <LiveMark />
          <Text className={cx(styles.watching)}>{watching}</Text>
        </View>
        <View className={cx(styles.words)}>
          <Text className={cx(styles.title)}>{room.title}</Text>
          <View className={cx(styles.shop)}>
            <Picture className={cx(styles.logo)} src={room.merchantLogoUrl} alt="" shape="round" />
            <Text className={cx(styles.name)}>{room.merchantName}</Text>
          </View>
        </View>
      </View>
      <ProductStrip products={products} />
    </Tappable>
  )
}
