import { merchantOf, type OrderId } from '@/domain/ids'
import { err, ok, type Result } from '@/domain/result'
import type { TradeContext } from './trade-context'

/** Asks the wallets about every attempt that may still be paid, and settles what they say. */
export async function settleByAsking(
  context: TradeContext,
  orderId: OrderId,
): Promise<Result<'paid' | 'not-paid', { readonly code: 'payment-unknown' }>> {
  const attempts = await context.trade.store.look(
    { merchantId: merchantOf(orderId), orders: [orderId] },
    (draft) => draft.whole(orderId)?.payments.filter(({ status }) => status === 'created') ?? [],
  )
  let isUnknown = false
  for (const { payment_id: paymentId, wallet } of attempts) {
    const state = await context.wallets[wallet].query(paymentId)
    if (!state.ok) isUnknown = true
    else if (state.value.status === 'paid') {
      const settlement = await context.trade.settle({ paymentId, wallet, ...state.value })
      if (settlement === 'taken' || settlement === 'repeated') return ok('paid')
      if (settlement === 'busy') isUnknown = true
    }
  }
  return isUnknown ? err({ code: 'payment-unknown' }) : ok('not-paid')
}
