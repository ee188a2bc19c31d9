import type { OrderId, RefundId } from '@/domain/ids'
import type { RefundEvent } from '@/domain/refund'
import { DAY, HOUR, MINUTE } from '@/domain/time'
import type { Intent } from '../../../cloudfunctions/_kernel/ports/intent'
import type { Scope } from '../../../cloudfunctions/_kernel/ports/trade-store'
import type { TradeDraft } from '../../../cloudfunctions/_kernel/trade/trade-draft'
import type { RefundRow } from '../../../cloudfunctions/_kernel/trade/trade-rows'
import { isPaidFor } from '../books/statuses'
import { Violation } from '../engine/violation'
import type { World } from '../engine/world'

/**
 * The shop's days: parcels, refunds, corrections, each at some moment, without looking left or right. Whatever needs a
 * person's word gets one before long.
 */
export async function sell(world: World): Promise<void> {
  const { random, scheduler, tables } = world
  world.books.onOpenRefund = (row) => {
    scheduler.after(random.below(random.pick([MINUTE, 2 * HOUR])), () => {
      const { refund_id: refundId } = row
      const now = tables.refunds.get(refundId)
      const reply = now && answerTo(world, now)
      if (reply) answer(world, reply).catch((cause: unknown) => scheduler.fail(cause))
    })
  }
  const deeds = Array.from({ length: random.between(2, 6) }, async () => {
    await scheduler.sleep(random.below(random.pick([MINUTE, 20 * MINUTE, 10 * HOUR, 10 * HOUR, 15 * DAY])))
    await random.pick(DEEDS)(world)
  })
  await Promise.all(deeds)
}

/** Every refund that waits for a person gets an answer. */
export async function clearDesk(world: World): Promise<void> {
  await Promise.all(openRefunds(world).map((refund) => answer(world, refund)))
}

export const hasOpenRefunds = (world: World): boolean => openRefunds(world).length > 0

const DEEDS = [shipSome, shipSome, shipSome, refundSome, closeOne, correctStock, clearDesk]

function anOrder({ random, tables }: World, isWanted: (orderId: OrderId) => boolean): OrderId | null {
  const orders = [...tables.orders.keys()].filter((id) => isWanted(id as OrderId)) as OrderId[]
  return orders.length === 0 ? null : random.pick(orders)
}
const isPaid =
  ({ tables }: World) =>
  (orderId: OrderId): boolean => {
    const order = tables.orders.get(orderId)
    return order !== undefined && isPaidFor(order.status)
  }

function commit<T>(
  world: World,
  name: string,
  scope: Omit<Scope, 'merchantId'>,
  decide: (d: TradeDraft) => T,
) {
  const { merchantId } = world.shop
  return world.insist(name, ({ trade }) => trade.store.transact({ merchantId, ...scope }, decide))
}

function told(world: World, intent: Intent, subject: string): void {
  world.books.intents.told(intent, subject)
}

async function shipSome(world: World): Promise<void> {
  const { random, core, shop } = world
  // mostly a paid one, sometimes whichever
  const orderId = anOrder(world, random.chance(0.8) ? isPaid(world) : () => true)
  if (orderId === null) return
  const intent = world.intent(shop.ownerId, 'orders/ship')
  const { lines } = world.books.whole(orderId)
  const units = random.chance(0.6)
    ? undefined
    : lines.map(({ line, quantity }) => ({ line, quantity: random.between(0, quantity) }))
  const wish = { orderId, carrierCode: 'SF', trackingNumber: `SF${random.below(9)}`, units, intent }
  const shipped = await commit(world, 'ship', { orders: [orderId], intents: [intent] }, (draft) =>
    core.ship(draft, wish),
  )
  if (shipped?.ok) told(world, intent, shipped.value)
}

async function refundSome(world: World): Promise<void> {
  const { random, core, tables } = world
  const orderId = anOrder(world, isPaid(world))
  if (orderId === null) return
  const intent = world.intent('shop' as Intent['userId'], 'orders/refund-order')
  const units = world.books.whole(orderId).lines.map(({ line, quantity }) => ({
    line,
    quantity: random.chance(0.5) ? quantity : random.between(1, quantity),
  }))
  const wish = { intent, orderId, units, by: 'merchant', reason: null, note: '', pictureIds: [] } as const
  const refunded = await commit(world, 'refund', { orders: [orderId], intents: [intent] }, (draft) =>
    core.askForRefund(draft, wish),
  )
  if (!refunded?.ok) return
  if (!tables.refunds.get(refunded.value)) throw new Violation(`${refunded.value} was promised and is gone`)
  told(world, intent, refunded.value)
}

async function closeOne(world: World): Promise<void> {
  const orderId = anOrder(world, () => true)
  if (orderId === null) return
  await world.insist('close', (context) => world.core.closeOrder(context, orderId, 'closed-by-merchant'))
}

async function correctStock(world: World): Promise<void> {
  const { random, core, shop } = world
  const skuId = random.pick(shop.skus)
  const intent = world.intent(shop.ownerId, 'offers/correct-stock')
  const wish = { intent, skuId, quantity: random.between(-2, 3), reason: 'counted again' }
  const corrected = await commit(world, 'correct stock', { skus: [skuId], intents: [intent] }, (draft) =>
    core.correctStock(draft, wish),
  )
  if (corrected?.ok) told(world, intent, skuId)
}

interface OpenRefund {
  readonly refundId: RefundId
  readonly orderId: OrderId
  readonly event: RefundEvent
}

function openRefunds(world: World): readonly OpenRefund[] {
  return [...world.tables.refunds.values()].flatMap((row) => answerTo(world, row) ?? [])
}

function answerTo({ random }: World, row: RefundRow): OpenRefund | null {
  const { refund_id: refundId, order_id: orderId, status } = row
  if (status === 'failed') return { refundId, orderId, event: 'tried-again' }
  if (status !== 'requested') return null
  return { refundId, orderId, event: random.chance(0.8) ? 'agreed' : 'refused' }
}

async function answer(world: World, { refundId, orderId, event }: OpenRefund): Promise<void> {
  await commit(world, event, { orders: [orderId] }, (draft) =>
    world.core.answerRefund(draft, refundId, { event, note: '', by: 'shop' }),
  )
}
