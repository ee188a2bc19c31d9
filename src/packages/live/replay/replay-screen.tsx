import { EnteringFace, RoomFailure, RoomStage } from '@/features/live'
import { type ReplayParams, useShow } from '@/features/replay'
import { cx, Page, useIsWide } from '@/ui'
import { goBack, goToFeed } from '../ways-out'
import { NoReplay } from './no-replay'
import styles from './replay-screen.module.scss'
import { ReplayStage } from './replay-stage'

/** A show that is over, watched again: from any moment, with what was explained then, and bought in place. */
export function ReplayScreen({ roomId, fromMs }: ReplayParams) {
  const isWide = useIsWide()
  const { state, reload } = useShow(roomId)
  return (
    <Page width="wide" className={cx(styles.screen, isWide && styles.wide)}>
      {state.kind !== 'ready' && (
        <RoomStage
          room={null}
          viewers={0}
          onBack={goBack}
          video={
            state.kind === 'loading' ? (
              <EnteringFace />
            ) : (
              <RoomFailure code={state.code} onRetry={() => void reload()} onFeed={goToFeed} />
            )
          }
        />
      )}
      {state.kind === 'ready' && state.show.parts.length === 0 && <NoReplay room={state.show.start.room} />}
      {state.kind === 'ready' && state.show.parts.length > 0 && (
        <ReplayStage show={state.show} fromMs={fromMs} isWide={isWide} onRetry={reload} />
      )}
    </Page>
  )
}
