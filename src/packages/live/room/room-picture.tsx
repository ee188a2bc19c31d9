import { AwayFace, EndedFace, EnteringFace, RoomFailure, RoomVideo, UpcomingFace } from '@/features/live'
import { unreachable } from '@/domain/result'
import type { RoomScreenState } from './use-room-screen'
import { goToFeed } from './ways-out'

export interface RoomPictureProps {
  readonly screen: RoomScreenState
  readonly onShelf: () => void
}

/** What stands behind everything else: the show, or what there is to know instead. */
export function RoomPicture({ screen, onShelf }: RoomPictureProps) {
  const { view, stay, renewPlay, setFrameClock } = screen
  if (view.kind === 'entering') return <EnteringFace />
  if (view.kind === 'failed')
    return <RoomFailure code={view.code} onRetry={() => void stay.enter()} onFeed={goToFeed} />
  const { room } = view.state
  switch (room.status) {
    case 'upcoming':
      return <UpcomingFace room={room} aheadMs={view.aheadMs} />
    case 'ended':
      return <EndedFace likes={view.pulse.likes} onFeed={goToFeed} onShelf={onShelf} />
    case 'live':
      return (
        <>
          {view.play !== null && (
            <RoomVideo
              play={view.play}
              poster={room.coverUrl}
              isAway={room.picture === 'away'}
              renewPlay={renewPlay}
              onClock={setFrameClock}
            />
          )}
          {room.picture === 'away' && <AwayFace />}
        </>
      )
    default:
      return unreachable(room.status)
  }
}
