import { Text, View } from '@tarojs/components'
import { type PropsWithChildren, type ReactNode, useState } from 'react'
import type { Room } from '@/domain/room'
import { viewport } from '@/platform'
import { cx, Icon, Picture, Tappable, useCountText, useCommonWords } from '@/ui'
import styles from './room-top.module.scss'
import { useLiveWords } from './words'

export interface RoomTopProps {
  /** Null until the room is known: the way back is there from the first moment. */
  readonly room: Room | null
  readonly viewers: number
  readonly onBack: () => void
  readonly onShop?: (() => void) | undefined
  /** Has a place that stays: it comes late, and goes when it is taken. */
  readonly follow?: ReactNode
  /** What the host gives away, below everything. */
  readonly deals?: ReactNode
}

/** The way back, the shop and how many watch; what must be said, as that the network is gone, stands below. */
export function RoomTop(props: PropsWithChildren<RoomTopProps>) {
  const { room, viewers, onBack, onShop, follow, deals, children } = props
  const common = useCommonWords()
  const [{ insetPx, hasBack }] = useState(() => viewport.pageTop())
  return (
    <View className={cx(styles.top)} {...(insetPx > 0 ? { style: { paddingTop: `${insetPx}px` } } : {})}>
      <View className={cx(styles.row, hasBack && styles.alone)}>
        {!hasBack && (
          <Tappable className={cx(styles.back)} label={common.back} onTap={onBack}>
            <Icon name="back" size="l" />
          </Tappable>
        )}
        {room !== null && (
          <View className={cx(styles.pill)}>
            <Shop room={room} viewers={viewers} onShop={onShop} />
            <View className={cx(styles.follow)}>{follow}</View>
          </View>
        )}
      </View>
      <View className={cx(styles.banner)}>{children}</View>
      <View className={cx(styles.deals)}>{deals}</View>
    </View>
  )
}

interface ShopProps {
  readonly room: Room
  readonly viewers: number
  readonly onShop: (() => void) | undefined
}

function Shop({ room, viewers, onShop }: ShopProps) {
  const words = useLiveWords()
  const countText = useCountText()
  const standing = {
    live: words.watching(countText(viewers)),
    upcoming: words.upcoming,
    ended: words.ended,
  }[room.status]
  const face = (
    <>
      <Picture className={cx(styles.logo)} src={room.merchantLogoUrl} alt="" shape="round" isEager />
      <View className={cx(styles.words)}>
        <Text className={cx(styles.name)}>{room.merchantName}</Text>
        <Text className={cx(styles.viewers)}>{standing}</Text>
      </View>
    </>
  )
  if (onShop === undefined) return <View className={cx(styles.shop)}>{face}</View>
  return (
    <Tappable
      className={cx(styles.shop)}
      label={`${words.shop(room.merchantName)}，${standing}`}
      onTap={onShop}
    >
      {face}
    </Tappable>
  )
}
