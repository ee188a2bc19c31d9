import Taro, { usePullDownRefresh } from '@tarojs/taro'
import type { RoomId } from '@/domain/ids'
import { ReserveButton, useReservationsOf } from '@/features/reserve'
import { FollowedList, useFollowed, useShopWords } from '@/features/shop'
import { NavBar, OfflineBar, Page } from '@/ui'

const openRoom = (roomId: RoomId): void => {
  void Taro.navigateTo({ url: `/packages/live/room/index?id=${roomId}` })
}

const goBack = (): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.switchTab({ url: '/pages/me/index' })
}

export default function FollowedPage() {
  const words = useShopWords()
  const followed = useFollowed()
  useReservationsOf(true)
  usePullDownRefresh(() => {
    void followed.refresh().then(() => {
      Taro.stopPullDownRefresh()
    })
  })
  return (
    <Page>
      <NavBar title={words.listTitle} onBack={goBack} />
      <OfflineBar />
      <FollowedList
        followed={followed}
        onOpenRoom={openRoom}
        onFeed={() => void Taro.switchTab({ url: '/pages/feed/index' })}
        actionOf={(room) => <ReserveButton room={room} />}
      />
    </Page>
  )
}
