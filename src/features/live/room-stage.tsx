import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Room } from '@/domain/room'
import { cx, Picture } from '@/ui'
import styles from './room-stage.module.scss'
import { RoomTop } from './room-top'
import type { Swipe } from './swiping/swipe-of'
import { useSwipes } from './swiping/use-swipes'

export interface RoomStageProps {
  readonly room: Room | null
  readonly viewers: number
  /** The picture alone: the shop's name goes, too, and the way back stays. */
  readonly isClear?: boolean
  readonly onBack: () => void
  /** A finger swiped over the picture. */
  readonly onSwipe?: (swipe: Swipe) => void
  /** The person wants to know the shop. */
  readonly onShop?: () => void
  /** Stands beside the shop's name. */
  readonly follow?: ReactNode
  /** The picture, or what stands in for it. */
  readonly video: ReactNode
  /** Said over everything, as that the network is gone. */
  readonly banner?: ReactNode
  /** What the host gives away, under the shop's name. */
  readonly deals?: ReactNode
  /** One line about what has just happened, above the chat. */
  readonly news?: ReactNode
  /** From the bottom up: bar, card, chat. Null where they stand beside the stage. */
  readonly chat?: ReactNode
  readonly card?: ReactNode
  readonly bar?: ReactNode
  /** Flies over everything, and takes no taps. */
  readonly hearts?: ReactNode
}

const ignore = (): void => undefined

/**
 * A phone's screen with the show behind everything. The shades keep white words readable on any picture; chat is a
 * child of the stage itself, for each level above a chat row costs bytes with every message. What comes and goes has
 * a place that stays: a child that is put in makes a mini-program send all its siblings, chat included (15 KB).
 */
export function RoomStage(props: RoomStageProps) {
  const {
    room,
    isClear = false,
    viewers,
    onBack,
    onSwipe = ignore,
    onShop,
    follow,
    video,
    banner,
    deals,
    news,
    chat,
    card,
    bar,
    hearts,
  } = props
  const swipes = useSwipes(onSwipe)
  return (
    <View className={cx(styles.stage)}>
      {room !== null && (
        <Picture
          className={cx(styles.poster, room.status !== 'live' && styles.dim)}
          src={room.coverUrl}
          alt=""
          shape="fill"
          isEager
        />
      )}
      <View className={cx(styles.layer)} {...swipes}>
        {video}
      </View>
      <View className={cx(styles.shadeTop)} />
      <View className={cx(styles.shadeBottom)} />
      <RoomTop
        room={isClear ? null : room}
        viewers={viewers}
        onBack={onBack}
        onShop={onShop}
        follow={follow}
        deals={deals}
      >
        {banner}
      </RoomTop>
      <View className={cx(styles.news)}>{news}</View>
      {chat}
      <View className={cx(styles.card)}>{card}</View>
      {bar}
      {hearts}
    </View>
  )
}
