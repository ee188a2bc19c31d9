import { isId, type MerchantId, type OrderId, type RoomId } from '@/domain/ids'

type Raw = string | undefined

/** Ids as pages hand them on in their addresses; null when one was damaged. */
export const readRoomId = (raw: Raw): RoomId | null => (raw !== undefined && isId('room', raw) ? raw : null)
export const readMerchantId = (raw: Raw): MerchantId | null =>
  raw !== undefined && isId('merchant', raw) ? raw : null
export const readOrderId = (raw: Raw): OrderId | null =>
  raw !== undefined && isId('order', raw) ? raw : null
