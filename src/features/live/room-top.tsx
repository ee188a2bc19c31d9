import { Text, View } from '@tarojs/components'
import { type PropsWithChildren, useState } from 'react'
import type { Room } from '@/domain/room'
import { viewport } from '@/platform'
import { cx, Icon, Picture, Tappable, useCopy, useCountText } from '@/ui'
import styles from './room-top.module.scss'

export interface RoomTopProps {
  /** Null until the room is known: the way back is there from the first moment. */
  readonly room: Room | null
  readonly viewers: number
  readonly onBack: () => void
}

/** The way back, the shop and how many watch; what must be said, as that the network is gone, stands below. */
export function RoomTop({ room, viewers, onBack, children }: PropsWithChildren<RoomTopProps>) {
  const copy = useCopy()
  const countText = useCountText()
  const [{ insetPx, hasBack }] = useState(() => viewport.pageTop())
  return (
    <View className={cx(styles.top)} {...(insetPx > 0 ? { style: { paddingTop: `${insetPx}px` } } : {})}>
      <View className={cx(styles.row, hasBack && styles.alone)}>
        {!hasBack && (
          <Tappable className={cx(styles.back)} label={copy.common.back} onTap={onBack}>
            <Icon name="back" size="l" />
          </Tappable>
        )}
        {room !== null && (
          <View className={cx(styles.shop)}>
            <Picture className={cx(styles.logo)} src={room.merchantLogoUrl} alt="" shape="round" isEager />
            <View className={cx(styles.words)}>
              <Text className={cx(styles.name)}>{room.merchantName}</Text>
              <Text className={cx(styles.viewers)}>
                {room.status === 'live'
                  ? copy.live.watching(countText(viewers))
                  : room.status === 'upcoming'
                    ? copy.feed.upcoming
                    : copy.feed.ended}
              </Text>
            </View>
          </View>
        )}
      </View>
      <View className={cx(styles.banner)}>{children}</View>
    </View>
  )
}
