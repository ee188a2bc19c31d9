import { useCallback } from 'react'
import type { RoomId } from '@/domain/ids'
import { backend } from '@/services/backend'
import { knownValue, useServerTruth } from '@/services/server-truth'

export interface RoomLink {
  readonly link: string | null
  readonly isFailed: boolean
  readonly reload: () => void
}

/** The web address that opens this room anywhere. */
export function useRoomLink(roomId: RoomId): RoomLink {
  const load = useCallback(() => backend.call('rooms', 'share', { roomId }), [roomId])
  const { truth, refresh } = useServerTruth(load)
  return {
    link: knownValue(truth)?.link ?? null,
    isFailed: truth.kind === 'failed',
    reload: () => void refresh(),
  }
}
