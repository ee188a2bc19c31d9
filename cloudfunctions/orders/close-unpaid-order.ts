import { isId } from '@/domain/ids'
import type { JobHandler } from '../_kernel/jobs'
import { closeOrder } from '../_kernel/trade/close-order'

/** The end of the payment window. A wallet that does not answer makes the job come back; the stock waits with it. */
export const closeUnpaidOrder: JobHandler = async (context, subject) => {
  if (!isId('order', subject)) throw new Error(`Not an order: ${subject}`)
  const closed = await closeOrder(context, subject, { type: 'payment-window-ended' })
  return closed.ok || closed.error.code !== 'payment-unknown' ? 'done' : 'again'
}
