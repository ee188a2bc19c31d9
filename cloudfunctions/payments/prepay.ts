import type { contracts } from '@/contracts'
import type { Order } from '@/contracts/orders'
import type { Host, Wallet } from '@/contracts/schemas'
import type { OrderId, PaymentId } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import type { Implementation, Outcome, ViewerContext } from '../_kernel/operation'
import { loadOrderOf } from '../_kernel/trade/load-order'
import { lockOrder } from '../_kernel/trade/lock-order'
import { settleByAsking } from '../_kernel/trade/settle-by-asking'
import { inTransaction } from '../_kernel/transaction'

const WALLET_OF: Readonly<Record<Host, Wallet | null>> = { weapp: 'wechat-pay', alipay: 'alipay', h5: null }

/**
 * Opens the payment at the wallet of the host the buyer is in. The attempt is written down before the wallet hears
 * of it, so that whatever the wallet answers, and even if it never does, we know which number to ask about.
 */
export const prepay: Implementation<(typeof contracts)['payments']>['prepay'] = async (
  context,
  { orderId },
) => {
  const order = await loadOrderOf(context, orderId)
  if (!order) return err({ code: 'order-not-found' })
  const wallet = WALLET_OF[context.viewer.host]
  if (wallet === null) return err({ code: 'wallet-unavailable' })
  const attempt = await inTransaction(context, (inside) => openAttempt(inside, orderId, wallet))
  if (!attempt.ok) return attempt

  const created = await context.wallets[wallet].create(await describe(context, order, attempt.value))
  if (created.ok) return ok({ prepay: created.value })
  if (created.error.code === 'unknown') return err({ code: 'payment-unknown' })
  context.log.warn('prepay-refused', { paymentId: attempt.value, reason: created.error.reason })
  const paid = await settleByAsking(context, orderId)
  return err({ code: paid.ok && paid.value === 'paid' ? 'order-paid' : 'wallet-unavailable' })
}

/** The order's open attempt at this wallet, or a new one; under the lock, so that closing cannot miss it. */
async function openAttempt(
  context: ViewerContext,
  orderId: OrderId,
  wallet: Wallet,
): Promise<Outcome<PaymentId>> {
  const locked = await lockOrder(context, orderId)
  if (!locked) return err({ code: 'order-not-found' })
  const { order, payments } = locked
  if (order.status === 'paid') return err({ code: 'order-paid' })
  if (order.status === 'closed' || order.expires_at <= context.clock.now())
    return err({ code: 'order-closed' })
  const open = payments.find((payment) => payment.wallet === wallet && payment.status === 'created')
  if (open) return ok(open.payment_id)
  const paymentId = context.ids.make('payment', order.merchant_id)
  await context.db
    .insertInto('payments')
    .values({
      merchant_id: order.merchant_id,
      payment_id: paymentId,
      order_id: orderId,
      wallet,
      amount_fen: order.total_fen,
      status: 'created',
      transaction_id: null,
      created_at: context.clock.now(),
      paid_at: null,
    })
    .execute()
  return ok(paymentId)
}

async function describe({ db, viewer }: ViewerContext, order: Order, paymentId: PaymentId) {
  const payer = await db
    .selectFrom('users')
    .select('host_user_id')
    .where('user_id', '=', viewer.userId)
    .executeTakeFirstOrThrow()
  const [first] = order.lines
  return {
    paymentId,
    orderId: order.id,
    amount: order.total,
    description: `${order.merchantName} ${first?.productName ?? ''}`.slice(0, 40),
    payer: { userId: viewer.userId, hostUserId: payer.host_user_id },
    expiresAt: order.expiresAt,
  }
}
