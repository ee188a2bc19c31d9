import Taro, { usePullDownRefresh } from '@tarojs/taro'
import type { RoomId } from '@/domain/ids'
import { Feed, useFeed } from '@/features/feed'
import { NavBar, OfflineBar, Page, useCopy, useTabWords } from '@/ui'

const openRoom = (roomId: RoomId): void => {
  void Taro.navigateTo({ url: `/packages/live/room/index?id=${roomId}` })
}

export default function FeedPage() {
  const copy = useCopy()
  const feed = useFeed()
  useTabWords()
  usePullDownRefresh(() => {
    void feed.refresh().then(() => {
      Taro.stopPullDownRefresh()
    })
  })
  return (
    <Page>
      <NavBar title={copy.common.appName} />
      <OfflineBar />
      <Feed feed={feed} onOpen={openRoom} />
    </Page>
  )
}
