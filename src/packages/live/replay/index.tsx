import { useRouter } from '@tarojs/taro'
import { readReplayParams } from '@/features/replay'
import { RoomFailure, RoomStage } from '@/features/live'
import { Page } from '@/ui'
import { goBack, goToFeed } from '../ways-out'
import { ReplayScreen } from './replay-screen'
import styles from './replay-screen.module.scss'

export default function ReplayPage() {
  const params = readReplayParams(useRouter().params)
  if (params !== null) return <ReplayScreen {...params} />
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
