import { useCallback } from 'react'
import type { Output } from '@/contracts'
import type { RoomId } from '@/domain/ids'
import { SECOND } from '@/domain/time'
import { merchantBackend } from '@/services/backend'
import { type ServerTruth, useServerTruth } from '@/services/server-truth'

export type RoomDraws = Output<'draws', 'list'>

/** People enter while one looks at it. */
const REFRESH_MS = 5 * SECOND
const every = (): number => REFRESH_MS

export function useRoomDraws(roomId: RoomId): ServerTruth<RoomDraws> {
  const load = useCallback(() => merchantBackend.call('draws', 'list', { roomId }), [roomId])
  return useServerTruth(load, every)
}
