import { merchantOf } from '@/domain/ids'
import { endAfterSales as end, receive } from '../_kernel/trade/parcels'
import type { TradeContext } from '../_kernel/trade/trade-context'
import { orderIn } from './order-in'

/** Nothing was heard from the buyer for so long: the goods count as received. */
export async function receiveOrder({ trade }: TradeContext, subject: string): Promise<'done' | 'again'> {
  const orderId = orderIn(subject)
  await trade.store.transact({ merchantId: merchantOf(orderId), orders: [orderId] }, (draft) =>
    receive(draft, orderId, 'receive-window-ended'),
  )
  return 'done'
}

/** The order is done; while a refund holds it up there is nothing to wait for here: its end leaves this work again. */
export async function endAfterSales({ trade }: TradeContext, subject: string): Promise<'done' | 'again'> {
  const orderId = orderIn(subject)
  await trade.store.transact({ merchantId: merchantOf(orderId), orders: [orderId] }, (draft) =>
    end(draft, orderId),
  )
  return 'done'
}
