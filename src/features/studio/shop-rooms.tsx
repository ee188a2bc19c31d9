import { Text, View } from '@tarojs/components'
import { asList } from '@/services/server-truth'
import { Button, cx, ListFace, Picture } from '@/ui'
import { MyRoomCard } from './my-room-card'
import { type MyRooms, ROOM_GROUPS, roomsOf } from './my-rooms'
import { roomsSkeleton } from './rooms-skeleton'
import { ShopDesk } from './shop-desk'
import styles from './studio-home.module.scss'
import type { StudioLinks } from './studio-links'
import { useMyRooms } from './use-my-rooms'
import type { Shop } from './use-shops'
import { useStudioWords } from './words/studio'

interface ShopRoomsProps {
  readonly shop: Shop
  readonly links: StudioLinks
}

export function ShopRooms({ shop, links }: ShopRoomsProps) {
  const words = useStudioWords()
  const { truth, refresh } = useMyRooms(shop.merchantId)
  const plan = <Button onTap={() => links.onPlan(shop.merchantId)}>{words.create}</Button>
  return (
    <>
      <View className={cx(styles.top)}>
        <Picture src={shop.merchantLogoUrl} alt="" className={styles.logo} isEager />
        <View className={cx(styles.who)}>
          <Text className={cx(styles.name)}>{shop.merchantName}</Text>
          <Text className={cx(styles.role)}>{words.roles[shop.role]}</Text>
        </View>
        <View className={cx(styles.actions)}>
          <Button kind="ghost" onTap={() => links.onImport(shop.merchantId)}>
            {words.products}
          </Button>
          {plan}
        </View>
      </View>
      <ShopDesk merchantId={shop.merchantId} links={links} />
      <ListFace
        state={asList(truth, ({ rooms }) => rooms.length === 0)}
        skeleton={roomsSkeleton}
        empty={{ icon: 'stream', title: words.emptyTitle, hint: words.emptyHint, action: plan }}
        onRetry={() => void refresh()}
      >
        {(mine) => <Groups mine={mine} links={links} />}
      </ListFace>
    </>
  )
}

function Groups({ mine, links }: { readonly mine: MyRooms; readonly links: StudioLinks }) {
  const words = useStudioWords()
  const titles = { live: words.roomsLive, upcoming: words.roomsUpcoming, ended: words.roomsEnded }
  const heading = { role: 'heading', 'aria-level': '2' }
  return (
    <>
      {ROOM_GROUPS.map((status) => {
        const cards = roomsOf(mine, status)
        if (cards.length === 0) return null
        return (
          <View key={status} className={cx(styles.group)}>
            <Text className={cx(styles.groupTitle)} {...heading}>
              {`${titles[status]} ${cards.length}`}
            </Text>
            <View className={cx(styles.grid)}>
              {cards.map((card) => (
                <MyRoomCard key={card.room.id} card={card} serverTime={mine.serverTime} links={links} />
              ))}
            </View>
          </View>
        )
      })}
    </>
  )
}
