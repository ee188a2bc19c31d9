import type { RefundId } from '@/domain/ids'
import { decideRefund } from '@/domain/refund'
import { err, ok } from '@/domain/result'
import type { Context } from '../_kernel/operation'
import type { Scope } from '../_kernel/ports/trade-store'
import { markRefunded } from '../_kernel/trade/refunds'
import type { RefundRow } from '../_kernel/trade/trade-rows'
import type { DifferenceRow, Repaired } from './reconcile-rows'

interface OurRefund {
  readonly refund: RefundRow
  readonly scope: Scope
}

/**
 * Asks the wallet what became of the refund. Sent, and not known here: it is marked. Counted as sent, and the wallet
 * never saw it: it is sent again by the job that sends every refund, under the same number, so that even a wallet that
 * is wrong now moves the money once.
 */
export async function repairRefund(
  context: Context,
  found: DifferenceRow,
  refundId: RefundId,
): Promise<Repaired> {
  const ours = await findRefund(context, found, refundId)
  if (ours === null) return ok(null)
  const { payment_id: paymentId, amount_fen: amount } = ours.refund
  const state = await context.wallets[found.wallet].queryRefund({ paymentId, refundId })
  if (!state.ok) return err({ code: 'payment-unknown' })
  if (state.value.status === 'done') return state.value.amount === amount ? mark(context, ours) : ok(null)
  const isLost = state.value.status === 'none' && found.kind === 'refund-missing-there'
  return isLost ? sendAgain(context, ours) : ok(null)
}

/** Money that went back without anybody's consent is not marked: a person must look. */
async function mark({ trade }: Context, { refund, scope }: OurRefund): Promise<Repaired> {
  return trade.store.transact(scope, (draft) => {
    markRefunded(draft, refund.refund_id)
    if (draft.refunds.need(refund.refund_id).status !== 'refunded') return ok(null)
    return ok(refund.status === 'refunded' ? 'wallet-agrees' : 'refund-marked')
  })
}

async function sendAgain({ trade }: Context, { refund, scope }: OurRefund): Promise<Repaired> {
  return trade.store.transact(scope, (draft) => {
    const row = draft.refunds.need(refund.refund_id)
    const status = decideRefund(row.status, 'never-seen')
    // null: somebody asked for the same at the same time
    if (status !== null) {
      draft.refunds.put({ ...row, status, done_at: null })
      draft.later('send-refund', row.refund_id, draft.now)
    }
    return ok('refund-sent-again')
  })
}

async function findRefund(
  { trade }: Context,
  { merchant_id: merchantId, wallet }: DifferenceRow,
  refundId: RefundId,
): Promise<OurRefund | null> {
  const [orderId] = await trade.store.ordersOf([refundId])
  if (!orderId) return null
  const scope = { merchantId, orders: [orderId] }
  const refund = await trade.store.look(scope, (draft) => draft.refunds.get(refundId))
  return refund?.wallet === wallet ? { refund, scope } : null
}
