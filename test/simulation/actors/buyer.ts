import type { ClaimId, OrderId } from '@/domain/ids'
import { DAY, HOUR, MINUTE, SECOND } from '@/domain/time'
import type { OrderWish } from '../../../cloudfunctions/_kernel/trade/place-order'
import type { SimBuyer } from '../engine/shop'
import { Violation } from '../engine/violation'
import type { World } from '../engine/world'
import { isPaidFor } from '../books/statuses'
import { pay } from './pay'

/** One buyer's evening: a coupon perhaps, an order or two, and what comes after. */
export async function buy(world: World, buyer: SimBuyer): Promise<void> {
  const { random, scheduler, shop } = world
  await scheduler.sleep(random.below(20 * SECOND))
  const claims = shop.couponId !== null && random.chance(0.8) ? await claim(world, buyer, shop.couponId) : []
  const orders = random.chance(0.3) ? 2 : 1
  await Promise.all(
    Array.from({ length: orders }, async () => {
      await scheduler.sleep(random.below(10 * SECOND))
      const placed = await order(world, buyer, claims[0] ?? null)
      if (placed) await liveWith(world, buyer, placed)
    }),
  )
}

async function claim(world: World, buyer: SimBuyer, couponId: NonNullable<World['shop']['couponId']>) {
  const { random } = world
  const intents = Array.from({ length: random.chance(0.2) ? 2 : 1 }, () =>
    world.intent(buyer.userId, 'coupons/claim'),
  )
  const taps = random.chance(0.3) ? [...intents, ...intents] : intents
  const claims = await Promise.all(
    taps.map(async (intent): Promise<ClaimId | null> => {
      const wish = { intent, couponId, personId: buyer.personId }
      const claimed = await world.insist('claim', (context) => world.core.claim(context, wish))
      if (!claimed?.ok) return null
      if (!world.tables.claims.has(claimed.value))
        throw new Violation(`${claimed.value} was promised and is gone`)
      world.books.intents.told(intent, claimed.value)
      return claimed.value
    }),
  )
  return claims.filter((claimId) => claimId !== null)
}

function wishOf(world: World, buyer: SimBuyer, claimId: ClaimId | null): OrderWish {
  const { random, shop } = world
  const skus = shop.skus.filter((_sku, index) => index === 0 || random.chance(0.4))
  return {
    intent: world.intent(buyer.userId, 'orders/place-order'),
    buyerHost: buyer.host,
    roomId: shop.roomId,
    items: skus.map((skuId) => ({ skuId, quantity: random.chance(0.7) ? 1 : random.between(1, 3) })),
    addressId: buyer.addressId,
    claimId: random.chance(0.8) ? claimId : null,
    seal: null,
    sharer: null,
  }
}

/** Taps once or twice, and once in a while sends something else under the same key. */
async function order(world: World, buyer: SimBuyer, claimId: ClaimId | null): Promise<OrderId | null> {
  const { random } = world
  const wish = wishOf(world, buyer, claimId)
  const taps = [wish]
  if (random.chance(0.25)) taps.push(wish)
  if (random.chance(0.08))
    taps.push({ ...wish, claimId: null, intent: { ...wish.intent, contentHash: 'another content' } })
  const placed = await Promise.all(taps.map((tap) => place(world, tap)))
  return placed.find((orderId) => orderId !== null) ?? null
}

async function place(world: World, wish: OrderWish): Promise<OrderId | null> {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const placed = await world.insist('place', ({ trade }) => trade.place(wish))
    if (placed?.ok) {
      const { orderId } = placed.value
      if (!world.tables.orders.has(orderId)) throw new Violation(`${orderId} was promised and is gone`)
      world.books.intents.told(wish.intent, orderId)
      return orderId
    }
    if (placed?.error.code !== 'busy') return null
    await world.scheduler.sleep(5 * SECOND)
  }
  return null
}

async function liveWith(world: World, buyer: SimBuyer, orderId: OrderId): Promise<void> {
  const { random } = world
  const tasks: Promise<void>[] = []
  if (random.chance(0.85)) tasks.push(pay(world, buyer, orderId))
  if (random.chance(0.2)) tasks.push(cancel(world, orderId))
  await Promise.all(tasks)
  if (random.chance(0.35)) await askBack(world, buyer, orderId)
  if (random.chance(0.4)) await receive(world, orderId)
}

async function cancel(world: World, orderId: OrderId): Promise<void> {
  await world.scheduler.sleep(world.random.below(2 * MINUTE))
  await world.insist('cancel', (context) => world.core.closeOrder(context, orderId, 'closed-by-buyer'))
}

async function askBack(world: World, buyer: SimBuyer, orderId: OrderId): Promise<void> {
  const { random, scheduler, tables, core, shop } = world
  await scheduler.sleep(random.below(random.pick([MINUTE, 10 * HOUR])))
  const {
    lines,
    order: { status },
  } = world.books.whole(orderId)
  if (!isPaidFor(status)) return
  const intent = world.intent(buyer.userId, 'orders/request-refund')
  const units = lines.map(({ line, quantity }) => ({ line, quantity: random.between(1, quantity) }))
  const wish = { intent, orderId, units, by: 'buyer', reason: 'other', note: '', pictureIds: [] } as const
  const scope = { merchantId: shop.merchantId, orders: [orderId], intents: [intent] }
  const asked = await world.insist('ask for refund', ({ trade }) =>
    trade.store.transact(scope, (draft) => core.askForRefund(draft, wish)),
  )
  if (!asked?.ok) return
  if (!tables.refunds.get(asked.value)) throw new Violation(`${asked.value} was promised and is gone`)
  world.books.intents.told(intent, asked.value)
  if (!random.chance(0.2)) return
  await scheduler.sleep(random.below(HOUR))
  await world.insist('withdraw', ({ trade }) =>
    trade.store.transact({ merchantId: shop.merchantId, orders: [orderId] }, (draft) =>
      core.answerRefund(draft, asked.value, { event: 'withdrawn', note: '', by: buyer.userId }),
    ),
  )
}

async function receive(world: World, orderId: OrderId): Promise<void> {
  const { random, scheduler, shop, core } = world
  await scheduler.sleep(random.below(random.pick([HOUR, 12 * DAY])))
  await world.insist('confirm receipt', ({ trade }) =>
    trade.store.transact({ merchantId: shop.merchantId, orders: [orderId] }, (draft) =>
      core.receive(draft, orderId, 'received-by-buyer'),
    ),
  )
}
