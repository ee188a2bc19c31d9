import Taro, { useRouter } from '@tarojs/taro'
import { readRoomId } from '@/features/studio'
import { FailedFace, NavBar, OfflineBar, Page, useCopy } from '@/ui'
import { ConsoleScreen } from './console-screen'

const goHome = (): void => void Taro.redirectTo({ url: '/packages/studio/home/index' })
const goBack = (): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else goHome()
}

export default function ConsolePage() {
  const copy = useCopy()
  const roomId = readRoomId(useRouter().params.id)
  return (
    <Page width="wide">
      <NavBar title={copy.studio.console.title} onBack={goBack} />
      <OfflineBar />
      {roomId === null ? (
        <FailedFace code="room-not-found" onRetry={goHome} />
      ) : (
        <ConsoleScreen roomId={roomId} />
      )}
    </Page>
  )
}
