import { Text, View } from '@tarojs/components'
import type { RoomCard } from '@/contracts/rooms'
import type { RoomId } from '@/domain/ids'
import type { EpochMs } from '@/domain/time'
import { cx, Icon, Picture, Tag, Tappable, useCopy, useCountText, useWhenText } from '@/ui'
import styles from './room-row.module.scss'

export interface RoomRowProps {
  readonly card: RoomCard
  readonly now: EpochMs
  readonly onOpen: (roomId: RoomId) => void
}

/** A room that is not live: still to come, or over and muted. */
export function RoomRow({ card, now, onOpen }: RoomRowProps) {
  const copy = useCopy()
  const countText = useCountText()
  const whenText = useWhenText()
  const { room, likes, products } = card
  const isEnded = room.status === 'ended'
  const when = whenText(room.startsAt, now)
  return (
    <Tappable
      className={cx(styles.row, isEnded && styles.ended)}
      role="link"
      onTap={() => {
        onOpen(room.id)
      }}
    >
      <Picture className={cx(styles.cover)} src={room.coverUrl} alt="" shape="cover" />
      <View className={cx(styles.words)}>
        {isEnded ? (
          <Tag tone="muted">{copy.feed.endedAt(when)}</Tag>
        ) : (
          <Tag tone="brand">
            <Icon name="clock" size="s" />
            {copy.feed.startsAt(when)}
          </Tag>
        )}
        <Text className={cx(styles.title)}>{room.title}</Text>
        <View className={cx(styles.shop)}>
          <Picture className={cx(styles.logo)} src={room.merchantLogoUrl} alt="" shape="round" />
          <Text className={cx(styles.name)}>{room.merchantName}</Text>
          {isEnded && likes > 0 && (
            <Text className={cx(styles.likes)}>{copy.feed.likes(countText(likes))}</Text>
          )}
        </View>
      </View>
      {products.length > 0 && (
        <View className={cx(styles.products)}>
          {products.slice(0, 2).map((product) => (
            <Picture
              key={product.id}
              className={cx(styles.product)}
              src={product.pictureUrl}
              alt={product.name}
            />
          ))}
        </View>
      )}
    </Tappable>
  )
}
