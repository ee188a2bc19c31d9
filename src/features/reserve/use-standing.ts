import { useEffect } from 'react'
import type { RoomId } from '@/domain/ids'
import { network } from '@/platform'
import { usePageVisible } from '@/services/server-truth'
import { useReservations } from './reservations'
import { loadReservations, loadStanding } from './reserve'

/** Keeps what this person has reserved known while `isNeeded`, and asks again when the page or the network comes back. */
export function useReservationsOf(isNeeded: boolean): void {
  useAsking(isNeeded, loadReservations)
}

/** How many wait for the show; null while nobody has told. */
export function useStanding(roomId: RoomId): number | null {
  useAsking(true, () => loadStanding(roomId))
  return useReservations(({ counts }) => counts[roomId] ?? null)
}

function useAsking(isNeeded: boolean, ask: () => Promise<void>): void {
  const isVisible = usePageVisible()
  const isWanted = isNeeded && isVisible
  useEffect(() => {
    if (!isWanted) return undefined
    void ask()
    return network.subscribe((isOnline) => {
      if (isOnline) void ask()
    })
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what is asked stays the same for one place on the screen
  }, [isWanted])
}
