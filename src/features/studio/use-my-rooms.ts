import { useCallback } from 'react'
import type { MerchantId } from '@/domain/ids'
import { SECOND } from '@/domain/time'
import { merchantBackend } from '@/services/backend'
import { type ServerTruth, useServerTruth } from '@/services/server-truth'
import type { MyRooms } from './my-rooms'

const REFRESH_MS = 5 * SECOND
const always = (): number => REFRESH_MS

/** The shop's rooms; states and counts move by themselves. */
export function useMyRooms(merchantId: MerchantId): ServerTruth<MyRooms> {
  const load = useCallback(() => merchantBackend.call('rooms', 'list-mine', { merchantId }), [merchantId])
  return useServerTruth<MyRooms>(load, always)
}
