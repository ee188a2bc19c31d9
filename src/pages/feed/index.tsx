import Taro, { usePullDownRefresh } from '@tarojs/taro'
import type { RoomId } from '@/domain/ids'
import { Feed, useFeed } from '@/features/feed'
import { NavBar, Page, useCopy } from '@/ui'

const openRoom = (roomId: RoomId): void => {
  void Taro.navigateTo({ url: `/packages/live/room/index?id=${roomId}` })
}

export default function FeedPage() {
  const copy = useCopy()
  const feed = useFeed()
  usePullDownRefresh(() => {
    void feed.refresh().then(() => {
      Taro.stopPullDownRefresh()
    })
  })
  return (
    <Page>
      <NavBar title={copy.common.appName} />
      <Feed feed={feed} onOpen={openRoom} />
    </Page>
  )
}
