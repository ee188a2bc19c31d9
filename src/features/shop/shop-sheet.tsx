import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { RoomCard } from '@/contracts/rooms'
import type { Shop } from '@/contracts/shops'
import type { MerchantId, RoomId } from '@/domain/ids'
import type { Room } from '@/domain/room'
import { cx, Icon, ListFace, Picture, Sheet, Skeleton, Tappable, Tag, useCountText, useWhenText } from '@/ui'
import { ContactRow } from './contact-row'
import { FollowButton } from './follow-button'
import { useFollows } from './follows'
import styles from './shop-sheet.module.scss'
import { type ShopAnswer, useShop } from './use-shop'
import { useShopWords } from './words'

export interface ShopSheetProps {
  readonly merchantId: MerchantId
  /** The room that is open behind the sheet. */
  readonly here: RoomId
  readonly onOpenRoom: (roomId: RoomId) => void
  /** What can be done about a show to come. */
  readonly actionOf: (room: Room) => ReactNode
  readonly onClose: () => void
}

const skeleton = (
  <View className={cx(styles.loading)}>
    <Skeleton className={styles.headSkeleton} />
    <Skeleton className={styles.rowSkeleton} />
  </View>
)

/** Who the shop is, what it shows now and next, and how it is reached. */
export function ShopSheet({ merchantId, onClose, ...rest }: ShopSheetProps) {
  const words = useShopWords()
  const { state, refresh } = useShop(merchantId)
  return (
    <Sheet open title={words.title} onClose={onClose}>
      <ListFace
        state={state}
        skeleton={skeleton}
        empty={{ title: words.noShow }}
        onRetry={() => void refresh()}
      >
        {(answer) => <Body answer={answer} {...rest} />}
      </ListFace>
    </Sheet>
  )
}

type BodyProps = Omit<ShopSheetProps, 'merchantId' | 'onClose'> & { readonly answer: ShopAnswer }

function Body({ answer, here, onOpenRoom, actionOf }: BodyProps) {
  const words = useShopWords()
  const { shop, live, next, serverTime } = answer
  const coming = next.filter(({ room }) => room.id !== here)
  const heading = { role: 'heading', 'aria-level': '3' }
  return (
    <View className={cx(styles.body)}>
      <Head shop={shop} />
      {live !== null && <LiveRow card={live} isHere={live.room.id === here} onOpen={onOpenRoom} />}
      <Text className={cx(styles.heading)} {...heading}>
        {words.next}
      </Text>
      {coming.length === 0 && <Text className={cx(styles.none)}>{words.noNext}</Text>}
      {coming.map(({ room }) => (
        <NextRow key={room.id} room={room} now={serverTime} onOpen={onOpenRoom} action={actionOf(room)} />
      ))}
      <ContactRow shop={shop} here={here} />
    </View>
  )
}

function Head({ shop }: { readonly shop: Shop }) {
  const words = useShopWords()
  const countText = useCountText()
  const fans = useFollows(({ known }) => known[shop.id]?.fans ?? shop.fans)
  return (
    <View className={cx(styles.head)}>
      <Picture className={cx(styles.logo)} src={shop.logoUrl} alt="" shape="round" />
      <View className={cx(styles.words)}>
        <Text className={cx(styles.name)}>{shop.name}</Text>
        <Text className={cx(styles.fans)}>{words.fans(countText(fans))}</Text>
      </View>
      <FollowButton merchantId={shop.id} name={shop.name} />
    </View>
  )
}

interface LiveRowProps {
  readonly card: RoomCard
  readonly isHere: boolean
  readonly onOpen: (roomId: RoomId) => void
}

function LiveRow({ card, isHere, onOpen }: LiveRowProps) {
  const words = useShopWords()
  const { room } = card
  const face = (
    <>
      <Picture className={cx(styles.cover)} src={room.coverUrl} alt="" shape="cover" />
      <View className={cx(styles.words)}>
        <Tag tone="brand">{words.liveNow}</Tag>
        <Text className={cx(styles.title)}>{room.title}</Text>
        {isHere && <Text className={cx(styles.when)}>{words.hereNow}</Text>}
      </View>
      {!isHere && <Icon name="next" size="s" tone="soft" />}
    </>
  )
  if (isHere) return <View className={cx(styles.row)}>{face}</View>
  return (
    <Tappable className={cx(styles.row)} role="link" onTap={() => onOpen(room.id)}>
      {face}
    </Tappable>
  )
}

interface NextRowProps {
  readonly room: Room
  readonly now: number
  readonly action: ReactNode
  readonly onOpen: (roomId: RoomId) => void
}

function NextRow({ room, now, action, onOpen }: NextRowProps) {
  const words = useShopWords()
  const whenText = useWhenText()
  return (
    <View className={cx(styles.row)}>
      <Tappable className={cx(styles.link)} role="link" onTap={() => onOpen(room.id)}>
        <Picture className={cx(styles.cover)} src={room.coverUrl} alt="" shape="cover" />
        <View className={cx(styles.words)}>
          <Text className={cx(styles.title)}>{room.title}</Text>
          <Text className={cx(styles.when)}>{words.startsAt(whenText(room.startsAt, now))}</Text>
        </View>
      </Tappable>
      {action}
    </View>
  )
}
