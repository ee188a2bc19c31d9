import { isId, type OrderId } from '@/domain/ids'

/** The order that a text names, where it cannot be anything else: if it is, somebody else's work has gone astray. */
export function orderIn(text: string): OrderId {
  if (!isId('order', text)) throw new Error(`Not an order: ${text}`)
  return text
}
