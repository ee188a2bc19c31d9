import type { Wallet } from '@/contracts/schemas'
import type { OrderId, PaymentId } from '@/domain/ids'
import { PAYMENT_WINDOW_MS } from '@/domain/order'
import { MINUTE, SECOND } from '@/domain/time'
import type { TradeContext } from '../../../cloudfunctions/_kernel/trade/trade-context'
import { walletOf } from '../../../cloudfunctions/_kernel/trade/wallet-of'
import type { SimBuyer } from '../engine/shop'
import { Violation } from '../engine/violation'
import type { World } from '../engine/world'
import { tellOf } from './notices'

/** Opens the wallet's sheet, thinks, approves; now and then in both wallets, or twice in one. */
export async function pay(world: World, buyer: SimBuyer, orderId: OrderId): Promise<void> {
  const { random } = world
  const own = walletOf(buyer.host)
  if (own === null) return
  const other: Wallet = own === 'alipay' ? 'wechat-pay' : 'alipay'
  const wallets = random.chance(0.2) ? [own, other] : random.chance(0.1) ? [own, own] : [own]
  await Promise.all(wallets.map((wallet) => payWith(world, orderId, wallet)))
}

async function payWith(world: World, orderId: OrderId, wallet: Wallet): Promise<void> {
  const { random, scheduler, desks } = world
  await scheduler.sleep(hesitation(world))
  const paymentId = await world.insist('prepay', (context) => prepay(world, context, { orderId, wallet }))
  if (paymentId === null) return
  await scheduler.sleep(hesitation(world))
  const charge = desks[wallet].pay(paymentId, scheduler.now)
  world.note(() => `buyer approves ${paymentId} at ${wallet}: ${charge ? 'charged' : 'too late'}`)
  if (!charge) return
  tellOf(world, desks[wallet], charge)
  if (!random.chance(0.5)) return
  await scheduler.sleep(random.below(5 * SECOND))
  const said = await world.ask('confirm', (context) => world.core.settleByAsking(context, orderId))
  if (said.heard && said.value.ok && said.value.value === 'paid' && !isPaid(world, orderId))
    throw new Violation(`The buyer was told that ${orderId} is paid, and it is not`)
}

/** Mostly a moment; now and then as long as the order waits, which is when closing it begins. */
function hesitation({ random }: World): number {
  if (random.chance(0.8)) return random.below(MINUTE)
  return PAYMENT_WINDOW_MS + random.between(-2 * MINUTE, MINUTE)
}

const isPaid = ({ tables }: World, orderId: OrderId): boolean =>
  tables.payments.ofOrder(orderId).some(({ status }) => status === 'paid')

/** What `payments/prepay` does, but for reading who pays: null when there is nothing to pay. */
async function prepay(
  { core, tables }: World,
  context: TradeContext,
  { orderId, wallet }: { readonly orderId: OrderId; readonly wallet: Wallet },
): Promise<PaymentId | null> {
  const attempt = await core.openAttempt(context, orderId, wallet)
  if (!attempt.ok) return null
  const order = tables.orders.get(orderId)
  if (!order) throw new Violation(`${orderId} is gone`)
  const created = await context.wallets[wallet].create({
    paymentId: attempt.value,
    orderId,
    amount: order.total_fen,
    description: '',
    payer: { userId: order.buyer_id, hostUserId: '' },
    expiresAt: order.expires_at,
  })
  if (created.ok) return attempt.value
  if (created.error.code === 'refused') await core.settleByAsking(context, orderId)
  return null
}
