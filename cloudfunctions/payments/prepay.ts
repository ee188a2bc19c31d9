import type { contracts } from '@/contracts'
import type { Order } from '@/contracts/orders'
import type { PaymentId } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import type { Implementation, ViewerContext } from '../_kernel/operation'
import { loadOrderOf } from '../_kernel/trade/load-order'
import { openAttempt } from '../_kernel/trade/open-attempt'
import { settleByAsking } from '../_kernel/trade/settle-by-asking'
import { walletOf } from '../_kernel/trade/wallet-of'

/** Opens the payment at the wallet of the host the buyer is in. */
export const prepay: Implementation<typeof contracts.payments>['prepay'] = async (context, { orderId }) => {
  const order = await loadOrderOf(context, orderId)
  if (!order) return err({ code: 'order-not-found' })
  const wallet = walletOf(context.viewer.host)
  if (wallet === null) return err({ code: 'wallet-unavailable' })
  const attempt = await openAttempt(context, orderId, wallet)
  if (!attempt.ok) return attempt

  const created = await context.wallets[wallet].create(await describe(context, order, attempt.value))
  if (created.ok) return ok({ prepay: created.value })
  if (created.error.code === 'unknown') return err({ code: 'payment-unknown' })
  context.log.warn('prepay-refused', { paymentId: attempt.value, reason: created.error.reason })
  const paid = await settleByAsking(context, orderId)
  if (!paid.ok) return paid
  return err({ code: paid.value === 'paid' ? 'order-paid' : 'wallet-unavailable' })
}

async function describe({ db, viewer }: ViewerContext, order: Order, paymentId: PaymentId) {
  const payer = await db
    .selectFrom('users')
    .select('host_user_id')
    .where('user_id', '=', viewer.userId)
    .executeTakeFirstOrThrow()
  return {
    paymentId,
    orderId: order.id,
    amount: order.total,
    description: `${order.merchantName} ${order.lines.map((line) => line.productName).join('、')}`.slice(
      0,
      40,
    ),
    payer: { userId: viewer.userId, hostUserId: payer.host_user_id },
    expiresAt: order.expiresAt,
  }
}
