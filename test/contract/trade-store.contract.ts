import { firstPaymentOf, type OrderId } from '@/domain/ids'
import { DAY, MINUTE } from '@/domain/time'
import type { Intent } from '../../cloudfunctions/_kernel/ports/intent'
import type { TradeStore } from '../../cloudfunctions/_kernel/ports/trade-store'
import { placeOrder, scopeOfWishes, type ReadyWish } from '../../cloudfunctions/_kernel/trade/place-order'
import type { TradeDraft } from '../../cloudfunctions/_kernel/trade/trade-draft'
import type { SmallShop, StoreWorld } from './trade-store-worlds'

const SLOW_START_MS = 60_000
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))

interface Given {
  readonly world: StoreWorld
  readonly shop: SmallShop
  /** Two processes on the same rows. */
  readonly store: TradeStore
  readonly other: TradeStore
}

/** What the order book relies on, whatever keeps its rows. Everything is said through the port. */
export function tradeStoreContract(name: string, open: () => Promise<StoreWorld>): void {
  describe(name, () => {
    let world: StoreWorld
    beforeAll(async () => {
      world = await open()
    }, SLOW_START_MS)
    afterAll(() => world.close())
    const given = async (): Promise<Given> => {
      const shop = await world.openShop()
      return { world, shop, store: world.store(), other: world.store() }
    }
    describe('a transaction', () => commits(given))
    describe('an intent', () => intents(given))
    describe('an order', () => orders(given))
    describe('a job', () => jobs(given))
    describe('a buyer', () => buyers(given))
  })
}

const skuScope = ({ merchantId, skuId }: SmallShop) => ({ merchantId, skus: [skuId] })
const reserve = (draft: TradeDraft, { skuId }: SmallShop): number => {
  const { available } = draft.skus.need(skuId)
  draft.move({ skuId, quantity: 1 }, 'reserved')
  return available
}
const stockIn = (store: TradeStore, shop: SmallShop) =>
  store.look(skuScope(shop), (draft) => {
    const { available, reserved, sold } = draft.skus.need(shop.skuId)
    return { available, reserved, sold }
  })

function commits(given: () => Promise<Given>): void {
  it('shows what it changed to whoever comes after, here and elsewhere', async () => {
    const { shop, store, other } = await given()
    expect(await store.transact(skuScope(shop), (draft) => reserve(draft, shop))).toBe(10)
    const after = { available: 9, reserved: 1, sold: 0 }
    expect([await stockIn(store, shop), await stockIn(other, shop)]).toEqual([after, after])
  })

  it('that throws leaves nothing: no row, no intent, no job', async () => {
    const { world, shop, store } = await given()
    const orderId = world.ids.make('order', shop.merchantId)
    const intent = intentOf(shop)
    const scope = { ...skuScope(shop), intents: [intent] }
    const failing = store.transact(scope, (draft) => {
      reserve(draft, shop)
      draft.keep(intent, orderId, shop.merchantId)
      draft.later('close-unpaid-order', orderId, world.clock.now())
      throw new Error('a defect')
    })
    await expect(failing).rejects.toThrow('a defect')
    expect(await stockIn(store, shop)).toEqual({ available: 10, reserved: 0, sold: 0 })
    expect(await store.look(scope, (draft) => draft.earlier(intent))).toEqual({ ok: true, value: null })
    expect(await store.takeJobs(['close-unpaid-order'], world.clock.now())).toEqual([])
  })

  it('waits for another on the same SKU: each sees what the one before has left', async () => {
    const { shop, store, other } = await given()
    const seen = await Promise.all(
      times(10, (n) => (n % 2 ? store : other).transact(skuScope(shop), (draft) => reserve(draft, shop))),
    )
    expect(seen.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(await stockIn(store, shop)).toEqual({ available: 0, reserved: 10, sold: 0 })
  })

  it('takes an id that is named twice as named once', async () => {
    const { shop, store } = await given()
    const scope = { merchantId: shop.merchantId, skus: [shop.skuId, shop.skuId] }
    await store.transact(scope, (draft) => reserve(draft, shop))
    expect(await stockIn(store, shop)).toMatchObject({ reserved: 1 })
  })

  it('sees nothing of what is not there', async () => {
    const { world, shop, store } = await given()
    const unknown = world.ids.make('sku', shop.merchantId)
    const seen = await store.transact({ merchantId: shop.merchantId, skus: [unknown] }, (draft) => [
      ...draft.skus.all(),
    ])
    expect(seen).toEqual([])
  })

  it('that only looks changes nothing', async () => {
    const { shop, store } = await given()
    await store.look(skuScope(shop), (draft) => reserve(draft, shop))
    expect(await stockIn(store, shop)).toEqual({ available: 10, reserved: 0, sold: 0 })
  })
}

const intentOf = ({ buyer }: SmallShop, more: Partial<Intent> = {}): Intent => ({
  userId: buyer.userId,
  operation: 'orders/place-order',
  key: 'key-of-this',
  contentHash: 'hash-of-this',
  ...more,
})

function intents(given: () => Promise<Given>): void {
  it('is found again under its key, by whoever had it and no one else', async () => {
    const { world, shop, store, other } = await given()
    const { merchantId } = shop
    const intent = intentOf(shop)
    const subject = world.ids.make('order', merchantId)
    await store.transact({ merchantId, intents: [intent] }, (draft) =>
      draft.keep(intent, subject, merchantId),
    )
    const earlier = (asked: Intent) =>
      other.transact({ merchantId, intents: [asked] }, (draft) => draft.earlier(asked))
    expect(await earlier(intent)).toEqual({ ok: true, value: subject })
    expect(await earlier(intentOf(shop, { contentHash: 'of something else' }))).toEqual({
      ok: false,
      error: { code: 'idempotency-conflict' },
    })
    for (const stranger of [
      { key: 'another' },
      { operation: 'orders/ship' },
      { userId: world.ids.make('user') },
    ])
      expect(await earlier(intentOf(shop, stranger))).toEqual({ ok: true, value: null })
  })

  it('that comes five times at once is done once', async () => {
    const { world, shop, store, other } = await given()
    const intent = intentOf(shop)
    const scope = { ...skuScope(shop), intents: [intent] }
    const once = (draft: TradeDraft): string | null => {
      const earlier = draft.earlier(intent)
      if (earlier.ok && earlier.value !== null) return earlier.value
      reserve(draft, shop)
      const subject = world.ids.make('order', shop.merchantId)
      draft.keep(intent, subject, shop.merchantId)
      return subject
    }
    const subjects = await Promise.all(times(5, (n) => (n % 2 ? store : other).transact(scope, once)))
    expect(new Set(subjects).size).toBe(1)
    expect(await stockIn(store, shop)).toMatchObject({ reserved: 1 })
  })
}

async function place({ shop, store }: Given): Promise<OrderId> {
  const { merchantId, roomId, skuId, claimId, buyer } = shop
  const [known = null] = await store.findBuyers([buyer])
  const ready: ReadyWish = {
    merchantId,
    buyer: known,
    wish: {
      ...{ intent: intentOf(shop), buyerHost: 'weapp', roomId, addressId: buyer.addressId, claimId },
      ...{ items: [{ skuId, quantity: 2 }], seal: null, sharer: null },
    },
  }
  const placed = await store.transact(scopeOfWishes(merchantId, [ready]), (draft) => placeOrder(draft, ready))
  if (!placed.ok) throw new Error(placed.error.code)
  return placed.value.orderId
}

function orders(given: () => Promise<Given>): void {
  it('brings everything that hangs on it', async () => {
    const all = await given()
    const { shop, other } = all
    const orderId = await place(all)
    const seen = await other.transact({ merchantId: shop.merchantId, orders: [orderId] }, (draft) => ({
      whole: draft.whole(orderId),
      sku: draft.skus.need(shop.skuId),
      flash: draft.flashSales.need(shop.flashSaleId).taken,
      had: draft.had(shop.flashSaleId, shop.buyer.personId),
      claim: draft.claims.need(shop.claimId).order_id,
      spent: [...draft.coupons.all()].map(({ spent }) => spent),
    }))
    expect(seen).toMatchObject({
      whole: {
        order: { status: 'awaiting-payment', goods_fen: 1980, discount_fen: 500, total_fen: 1480 },
        lines: [{ quantity: 2, price_kind: 'flash', payable_fen: 1480 }],
        payments: [{ payment_id: firstPaymentOf(orderId), status: 'created', amount_fen: 1480 }],
        refunds: [],
        parcels: [],
      },
      sku: { available: 8, reserved: 2 },
      ...{ flash: 2, had: 2, claim: orderId, spent: [1] },
    })
  })

  it('is found by its payment, in the order of the question', async () => {
    const all = await given()
    const { world, shop, other } = all
    const orderId = await place(all)
    const payment = firstPaymentOf(orderId)
    const unknown = world.ids.make('refund', shop.merchantId)
    expect(await other.ordersOf([unknown, payment, payment])).toEqual([null, orderId, orderId])
    const scope = { merchantId: shop.merchantId, payments: [payment] }
    expect(await other.transact(scope, (draft) => draft.whole(orderId)?.order.order_id)).toBe(orderId)
  })

  it('is what the last commit has made of it', async () => {
    const all = await given()
    const { world, shop, store, other } = all
    const orderId = await place(all)
    const scope = { merchantId: shop.merchantId, orders: [orderId] }
    await store.transact(scope, (draft) =>
      draft.orders.put({
        ...draft.orders.need(orderId),
        status: 'closed',
        close_reason: 'buyer',
        closed_at: world.clock.now(),
      }),
    )
    expect(await other.look(scope, (draft) => draft.orders.need(orderId))).toMatchObject({
      status: 'closed',
      closed_at: world.clock.now(),
    })
  })
}

function jobs(given: () => Promise<Given>): void {
  const kinds = ['close-unpaid-order'] as const
  const leave = ({ shop, store }: Given, subject: OrderId, dueAt: number) =>
    store.transact({ merchantId: shop.merchantId }, (draft) =>
      draft.later('close-unpaid-order', subject, dueAt),
    )

  it('is taken once when it is due, by one of those who look at once', async () => {
    const all = await given()
    const { world, shop, store, other } = all
    const subjects = times(6, () => world.ids.make('order', shop.merchantId))
    const now = world.clock.now()
    for (const [n, subject] of subjects.entries()) await leave(all, subject, now + n)
    expect(await store.takeJobs(kinds, now - 1)).toEqual([])
    const taken = await Promise.all([store.takeJobs(kinds, now + 5), other.takeJobs(kinds, now + 5)])
    expect(
      taken
        .flat()
        .map(({ subject }) => subject)
        .sort(),
    ).toEqual([...subjects].sort())
    expect(await store.takeJobs(kinds, now + 5)).toEqual([])
  })

  it('of another kind is left to others', async () => {
    const all = await given()
    const { world, shop, store } = all
    await leave(all, world.ids.make('order', shop.merchantId), world.clock.now())
    expect(await store.takeJobs(['send-refund'], world.clock.now())).toEqual([])
    expect(await store.takeJobs([], world.clock.now())).toEqual([])
  })

  it('that is left twice is there once, at the time that was said last', async () => {
    const all = await given()
    const { world, shop, store } = all
    const [subject, now] = [world.ids.make('order', shop.merchantId), world.clock.now()]
    await leave(all, subject, now)
    await leave(all, subject, now + MINUTE)
    expect(await store.takeJobs(kinds, now)).toEqual([])
    expect(await store.takeJobs(kinds, now + MINUTE)).toHaveLength(1)
  })

  it('comes back when nobody finished it, each time later', async () => {
    const all = await given()
    const { world, shop, store } = all
    await leave(all, world.ids.make('order', shop.merchantId), world.clock.now())
    const waits: number[] = []
    let now = world.clock.now()
    for (let n = 0; n < 3; n += 1) {
      const [job] = await store.takeJobs(kinds, now)
      if (!job) throw new Error('the job is gone')
      expect(job.attempts).toBe(n + 1)
      waits.push(job.due_at - now)
      now = job.due_at
    }
    expect(waits).toEqual([MINUTE / 2, MINUTE, 2 * MINUTE])
  })

  it('that is finished stays so, until the same work is left again', async () => {
    const all = await given()
    const { world, shop, store } = all
    const [subject, now] = [world.ids.make('order', shop.merchantId), world.clock.now()]
    await leave(all, subject, now)
    const [job] = await store.takeJobs(kinds, now)
    if (!job) throw new Error('the job is gone')
    await store.finishJob(job, now)
    expect(await store.takeJobs(kinds, now + DAY)).toEqual([])
    await leave(all, subject, now + DAY)
    expect(await store.takeJobs(kinds, now + DAY)).toMatchObject([{ subject, attempts: 1 }])
  })

  it('is not finished by somebody who took it before it was left, or taken, again', async () => {
    const all = await given()
    const { world, shop, store } = all
    const [subject, now] = [world.ids.make('order', shop.merchantId), world.clock.now()]
    await leave(all, subject, now)
    const [first] = await store.takeJobs(kinds, now)
    const [second] = await store.takeJobs(kinds, now + DAY)
    if (!first || !second) throw new Error('the job is gone')
    await store.finishJob(first, now + DAY)
    expect(await store.takeJobs(kinds, now + 2 * DAY)).toHaveLength(1)
    await leave(all, subject, now + 3 * DAY)
    await store.finishJob(second, now + 3 * DAY)
    expect(await store.takeJobs(kinds, now + 3 * DAY)).toHaveLength(1)
  })
}

function buyers(given: () => Promise<Given>): void {
  it('is found with where it goes, in the order of the wishes', async () => {
    const { world, shop, store } = await given()
    const { userId, addressId, personId } = shop.buyer
    const stranger = world.ids.make('user')
    const found = await store.findBuyers([
      { userId: stranger, addressId },
      { userId, addressId },
      { userId, addressId: null },
      { userId, addressId: world.ids.make('address') },
    ])
    expect(found).toMatchObject([
      null,
      { personId, deliverTo: { name: '林小满', region: '浙江省 杭州市' } },
      { personId, deliverTo: null },
      { personId, deliverTo: null },
    ])
  })
}
