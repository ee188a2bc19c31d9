import { useRouter } from '@tarojs/taro'
import { readRoomParams, RoomFailure, RoomStage } from '@/features/live'
import { Page } from '@/ui'
import { RoomScreen } from './room-screen'
import styles from './room-screen.module.scss'
import { goBack, goToFeed } from '../ways-out'

export default function RoomPage() {
  const room = readRoomParams(useRouter().params)
  if (room !== null) return <RoomScreen {...room} />
  return (
    <Page width="wide" className={styles.screen}>
      <RoomStage
        room={null}
        viewers={0}
        onBack={goBack}
        video={<RoomFailure code="room-not-found" onRetry={goToFeed} onFeed={goToFeed} />}
      />
    </Page>
  )
}
