import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { FollowedShop } from '@/contracts/shops'
import type { RoomId } from '@/domain/ids'
import type { Room } from '@/domain/room'
import type { EpochMs } from '@/domain/time'
import { Button, cx, ListFace, Picture, Skeleton, Tag, Tappable, useCountText, useWhenText } from '@/ui'
import { FollowButton } from './follow-button'
import styles from './followed-list.module.scss'
import type { useFollowed } from './use-followed'
import { useShopWords } from './words'

export interface FollowedListProps {
  readonly followed: ReturnType<typeof useFollowed>
  readonly onOpenRoom: (roomId: RoomId) => void
  readonly onFeed: () => void
  /** What can be done about a show to come. */
  readonly actionOf: (room: Room) => ReactNode
}

const skeleton = (
  <View className={cx(styles.list)}>
    {[1, 2, 3].map((place) => (
      <Skeleton key={place} className={styles.skeleton} />
    ))}
  </View>
)

/** Whom one follows: those who are live first. */
export function FollowedList({ followed, onOpenRoom, onFeed, actionOf }: FollowedListProps) {
  const words = useShopWords()
  return (
    <ListFace
      state={followed.state}
      skeleton={skeleton}
      empty={{
        icon: 'store',
        title: words.emptyTitle,
        hint: words.emptyHint,
        action: <Button onTap={onFeed}>{words.toFeed}</Button>,
      }}
      onRetry={() => void followed.refresh()}
    >
      {({ shops, serverTime }) => (
        <View className={cx(styles.list)}>
          {shops.map((one) => (
            <ShopCard
              key={one.shop.id}
              followed={one}
              now={serverTime}
              onOpenRoom={onOpenRoom}
              actionOf={actionOf}
            />
          ))}
        </View>
      )}
    </ListFace>
  )
}

interface ShopCardProps extends Pick<FollowedListProps, 'onOpenRoom' | 'actionOf'> {
  readonly followed: FollowedShop
  readonly now: EpochMs
}

function ShopCard({ followed, now, onOpenRoom, actionOf }: ShopCardProps) {
  const words = useShopWords()
  const countText = useCountText()
  const { shop, live, next } = followed
  return (
    <View className={cx(styles.card)}>
      <View className={cx(styles.head)}>
        <Picture className={cx(styles.logo)} src={shop.logoUrl} alt="" shape="round" />
        <View className={cx(styles.words)}>
          <Text className={cx(styles.name)}>{shop.name}</Text>
          <Text className={cx(styles.note)}>{words.fans(countText(shop.fans))}</Text>
        </View>
        <FollowButton merchantId={shop.id} name={shop.name} />
      </View>
      {live !== null && <LiveShow room={live} onOpen={onOpenRoom} />}
      {live === null && next !== null && (
        <NextShow room={next} now={now} onOpen={onOpenRoom} action={actionOf(next)} />
      )}
      {live === null && next === null && <Text className={cx(styles.note)}>{words.noShow}</Text>}
    </View>
  )
}

interface ShowProps {
  readonly room: Room
  readonly onOpen: (roomId: RoomId) => void
}

function LiveShow({ room, onOpen }: ShowProps) {
  const words = useShopWords()
  return (
    <Tappable
      className={cx(styles.show)}
      role="link"
      label={words.watch(room.merchantName)}
      onTap={() => onOpen(room.id)}
    >
      <Picture className={cx(styles.cover)} src={room.coverUrl} alt="" shape="cover" />
      <View className={cx(styles.words)}>
        <Tag tone="brand">{words.liveNow}</Tag>
        <Text className={cx(styles.title)}>{room.title}</Text>
      </View>
    </Tappable>
  )
}

function NextShow({
  room,
  now,
  onOpen,
  action,
}: ShowProps & { readonly now: EpochMs; readonly action: ReactNode }) {
  const words = useShopWords()
  const whenText = useWhenText()
  return (
    <View className={cx(styles.show)}>
      <Tappable className={cx(styles.words)} role="link" onTap={() => onOpen(room.id)}>
        <Text className={cx(styles.note)}>{words.nextAt(whenText(room.startsAt, now))}</Text>
        <Text className={cx(styles.title)}>{room.title}</Text>
      </Tappable>
      {action}
    </View>
  )
}
