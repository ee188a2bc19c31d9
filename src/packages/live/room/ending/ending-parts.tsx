import { ShowSummary } from '@/features/replay'
import { ReserveButton, useReservationsOf } from '@/features/reserve'
import type { RoomId } from '@/domain/ids'
import { goToReplay, goToRoom } from '../../ways-out'

interface EndingProps {
  readonly roomId: RoomId
}

/** What a show was, its replay, and the shop's next one. */
function Ending({ roomId }: EndingProps) {
  useReservationsOf(true)
  return (
    <ShowSummary
      roomId={roomId}
      onReplay={() => goToReplay(roomId)}
      onOpenRoom={goToRoom}
      actionOf={(room) => <ReserveButton room={room} />}
    />
  )
}

export const endingParts = { Ending }
