import { closeOrder } from '../_kernel/trade/close-order'
import type { TradeContext } from '../_kernel/trade/trade-context'
import { orderIn } from './order-in'

/** The end of the payment window. A wallet that does not answer makes the job come back; the stock waits with it. */
export async function closeUnpaidOrder(context: TradeContext, subject: string): Promise<'done' | 'again'> {
  const closed = await closeOrder(context, orderIn(subject), 'payment-window-ended')
  return closed.ok || closed.error.code !== 'payment-unknown' ? 'done' : 'again'
}
