import {
  AwayFace,
  EndedFace,
  EnteringFace,
  RoomFailure,
  RoomVideo,
  UpcomingFace,
  VideoControls,
} from '@/features/live'
import { unreachable } from '@/domain/result'
import { Ending } from './ending'
import { UpcomingParts } from './people'
import type { RoomScreenState } from './use-room-screen'
import { goToFeed } from '../ways-out'

export interface RoomPictureProps {
  readonly screen: RoomScreenState
  readonly onShelf: () => void
  /** The person wants to watch it in another way. */
  readonly onWatching: () => void
}

/** What stands behind everything else: the show, or what there is to know instead. */
export function RoomPicture({ screen, onShelf, onWatching }: RoomPictureProps) {
  const { view, stay, watching } = screen
  if (view.kind === 'entering') return <EnteringFace />
  if (view.kind === 'failed')
    return <RoomFailure code={view.code} onRetry={() => void stay.enter()} onFeed={goToFeed} />
  const { room } = view.state
  switch (room.status) {
    case 'upcoming':
      return (
        <UpcomingFace room={room} aheadMs={view.aheadMs}>
          <UpcomingParts room={room} shelf={view.state.shelf} onShelf={onShelf} />
        </UpcomingFace>
      )
    case 'ended':
      return (
        <EndedFace onFeed={goToFeed} onShelf={onShelf}>
          <Ending roomId={room.id} />
        </EndedFace>
      )
    case 'live':
      return (
        <>
          <RoomVideo watching={watching} poster={room.coverUrl} isAway={room.picture === 'away'} />
          {room.picture === 'away' ? (
            <AwayFace />
          ) : (
            <VideoControls watching={watching} onChoose={onWatching} />
          )}
        </>
      )
    default:
      return unreachable(room.status)
  }
}
