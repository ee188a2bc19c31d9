import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { RoomCard } from '@/contracts/rooms'
import type { RoomId } from '@/domain/ids'
import type { EpochMs } from '@/domain/time'
import { cx, Icon, Picture, Tag, Tappable, useCountText, useWhenText } from '@/ui'
import styles from './room-row.module.scss'
import { useFeedWords } from './words'

export interface RoomRowProps {
  readonly card: RoomCard
  readonly now: EpochMs
  readonly onOpen: (roomId: RoomId) => void
  /** Watches it again, where that can be done. */
  readonly onReplay?: ((roomId: RoomId) => void) | undefined
  /** Takes the place of the products. */
  readonly action?: ReactNode
}

/** A room that is not live: still to come, or over and muted. */
export function RoomRow({ card, now, onOpen, onReplay, action }: RoomRowProps) {
  const words = useFeedWords()
  const countText = useCountText()
  const whenText = useWhenText()
  const { room, likes, products, hasReplay } = card
  const isEnded = room.status === 'ended'
  return (
    // what can be tapped on its own stands beside the link: a tap inside would open the room as well
    <View className={cx(styles.row, isEnded && styles.ended)}>
      <Tappable
        className={cx(styles.link)}
        role="link"
        onTap={() => {
          if (hasReplay && onReplay !== undefined) onReplay(room.id)
          else onOpen(room.id)
        }}
      >
        <Picture className={cx(styles.cover)} src={room.coverUrl} alt="" shape="cover" />
        <View className={cx(styles.words)}>
          <When card={card} when={whenText(room.startsAt, now)} />
          <Text className={cx(styles.title)}>{room.title}</Text>
          <View className={cx(styles.shop)}>
            <Picture className={cx(styles.logo)} src={room.merchantLogoUrl} alt="" shape="round" />
            <Text className={cx(styles.name)}>{room.merchantName}</Text>
            {isEnded && likes > 0 && (
              <Text className={cx(styles.likes)}>{words.likes(countText(likes))}</Text>
            )}
          </View>
        </View>
        {action === undefined && products.length > 0 && (
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
      {action}
    </View>
  )
}

function When({ card, when }: Pick<RoomRowProps, 'card'> & { readonly when: string }) {
  const words = useFeedWords()
  if (card.room.status !== 'ended')
    return (
      <Tag tone="brand">
        <Icon name="clock" size="s" />
        {words.startsAt(when)}
      </Tag>
    )
  return (
    <View className={cx(styles.tags)}>
      {card.hasReplay && (
        <Tag tone="brand">
          <Icon name="play" size="s" />
          {words.replay}
        </Tag>
      )}
      <Tag tone="muted">{words.endedAt(when)}</Tag>
    </View>
  )
}
