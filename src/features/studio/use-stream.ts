import { useCallback } from 'react'
import type { Output } from '@/contracts'
import { merchantOf, type RoomId } from '@/domain/ids'
import type { Room } from '@/domain/room'
import { err, ok } from '@/domain/result'
import { SECOND } from '@/domain/time'
import { merchantBackend } from '@/services/backend'
import { type ServerTruth, useServerTruth } from '@/services/server-truth'

const REFRESH_MS = 3 * SECOND
const always = (): number => REFRESH_MS

export const usePushAddress = (roomId: RoomId): ServerTruth<Output<'rooms', 'push-address'>> => {
  const load = useCallback(() => merchantBackend.call('rooms', 'push-address', { roomId }), [roomId])
  return useServerTruth(load)
}

/** The room as the shop sees it: whether the picture arrives is the stream server's word. */
export const useMyRoom = (roomId: RoomId): ServerTruth<Room> => {
  const load = useCallback(async () => {
    const answer = await merchantBackend.call('rooms', 'list-mine', { merchantId: merchantOf(roomId) })
    if (!answer.ok) return answer
    const card = answer.value.rooms.find(({ room }) => room.id === roomId)
    return card === undefined ? err({ code: 'room-not-found' as const }) : ok<Room>(card.room)
  }, [roomId])
  return useServerTruth<Room>(load, always)
}
