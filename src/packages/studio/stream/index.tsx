import Taro, { useRouter } from '@tarojs/taro'
import { readRoomId, StreamView } from '@/features/studio'
import { FailedFace, NavBar, OfflineBar, Page, useCopy } from '@/ui'

const goHome = (): void => void Taro.redirectTo({ url: '/packages/studio/home/index' })
const goBack = (): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else goHome()
}

export default function StreamPage() {
  const copy = useCopy()
  const roomId = readRoomId(useRouter().params.id)
  return (
    <Page width="wide">
      <NavBar title={copy.studio.stream.title} onBack={goBack} />
      <OfflineBar />
      {roomId === null ? (
        <FailedFace code="room-not-found" onRetry={goHome} />
      ) : (
        <StreamView
          roomId={roomId}
          onConsole={() => void Taro.redirectTo({ url: `/packages/studio/console/index?id=${roomId}` })}
        />
      )}
    </Page>
  )
}
