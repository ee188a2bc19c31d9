import type { PaymentId } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import type { Context } from '../_kernel/operation'
import type { DifferenceRow, Repaired } from './reconcile-rows'

/**
 * Asks the wallet what became of the payment and settles what it says, as a notice would: a payment that was missed
 * makes its order paid, or takes stock again, or goes back. Settling twice is settling once.
 */
export async function repairPayment(
  { wallets, trade }: Context,
  { wallet }: DifferenceRow,
  paymentId: PaymentId,
): Promise<Repaired> {
  const state = await wallets[wallet].query(paymentId)
  if (!state.ok) return err({ code: 'payment-unknown' })
  if (state.value.status !== 'paid') return ok(null)
  const settlement = await trade.settle({ paymentId, wallet, ...state.value })
  switch (settlement) {
    case 'taken':
      return ok('payment-settled')
    case 'refunding':
      return ok('payment-sent-back')
    case 'repeated':
      return ok('wallet-agrees')
    default:
      return ok(null)
  }
}
