import { isId, type OrderId } from '@/domain/ids'

/** The order a page was opened for; null when the address was damaged on its way here. */
export const readOrderId = (raw: string | undefined): OrderId | null =>
  raw !== undefined && isId('order', raw) ? raw : null
