import { merchantOf, type OrderId } from '@/domain/ids'
import { err, ok, type Result } from '@/domain/result'
import type { Context } from '../operation'
import { settlePayment } from './settle-payment'

/** Asks the wallets about every attempt that may still be paid, and settles what they say. */
export async function settleByAsking(
  context: Context,
  orderId: OrderId,
): Promise<Result<'paid' | 'not-paid', { readonly code: 'payment-unknown' }>> {
  const attempts = await context.db
    .selectFrom('payments')
    .select(['payment_id', 'wallet'])
    .where('merchant_id', '=', merchantOf(orderId))
    .where('order_id', '=', orderId)
    .where('status', '=', 'created')
    .execute()
  let isUnknown = false
  for (const { payment_id: paymentId, wallet } of attempts) {
    const state = await context.wallets[wallet].query(paymentId)
    if (!state.ok) isUnknown = true
    else if (state.value.status === 'paid') {
      const settlement = await settlePayment(context, { paymentId, ...state.value })
      if (settlement === 'taken' || settlement === 'repeated') return ok('paid')
    }
  }
  return isUnknown ? err({ code: 'payment-unknown' }) : ok('not-paid')
}
