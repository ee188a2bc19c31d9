import { ScrollView, View } from '@tarojs/components'
import type { OffersNow } from '@/domain/offers-now'
import { RoomCoupons } from '@/features/coupons'
import { DrawBadge } from '@/features/draws'
import type { ReadyRoom } from '@/features/live'
import { useProfile } from '@/services/backend'
import { cx } from '@/ui'
import styles from './room-deals.module.scss'

export interface RoomDealsProps {
  readonly ready: ReadyRoom
  readonly at: OffersNow
  readonly onDraw: () => void
}

/** What the host gives away: a draw, and coupons. A row that scrolls sideways, however many they are. */
export function RoomDeals({ ready, at, onDraw }: RoomDealsProps) {
  const profile = useProfile()
  const { draw, coupons } = at.offers
  if (draw === null && coupons.length === 0) return null
  return (
    <ScrollView scrollX className={cx(styles.deals)} showScrollbar={false}>
      <View className={cx(styles.row)}>
        {draw !== null && (
          <DrawBadge key={draw.id} draw={draw} now={at.now} userId={profile?.id ?? null} onOpen={onDraw} />
        )}
        <RoomCoupons merchantId={ready.state.room.merchantId} at={at} isGuest={profile?.host === 'h5'} />
      </View>
    </ScrollView>
  )
}
