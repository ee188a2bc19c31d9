import Taro, { usePullDownRefresh } from '@tarojs/taro'
import type { RoomId } from '@/domain/ids'
import { Feed, useFeed } from '@/features/feed'
import { ReserveButton, useReservationsOf } from '@/features/reserve'
import { NavBar, OfflineBar, Page, useTabWords, useCommonWords } from '@/ui'

const openRoom = (roomId: RoomId): void => {
  void Taro.navigateTo({ url: `/packages/live/room/index?id=${roomId}` })
}

const watchAgain = (roomId: RoomId): void => {
  void Taro.navigateTo({ url: `/packages/live/replay/index?id=${roomId}` })
}

/** Whoever sees no show to come needs not be asked about. */
const hasUpcoming = (state: ReturnType<typeof useFeed>['state']): boolean =>
  (state.kind === 'ready' || state.kind === 'stale') && state.value.upcoming.length > 0

export default function FeedPage() {
  const common = useCommonWords()
  const feed = useFeed()
  useTabWords()
  useReservationsOf(hasUpcoming(feed.state))
  usePullDownRefresh(() => {
    void feed.refresh().then(() => {
      Taro.stopPullDownRefresh()
    })
  })
  return (
    <Page>
      <NavBar title={common.appName} />
      <OfflineBar />
      <Feed
        feed={feed}
        onOpen={openRoom}
        onReplay={watchAgain}
        actionOf={(room) => <ReserveButton room={room} />}
      />
    </Page>
  )
}
