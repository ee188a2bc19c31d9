import { sql } from 'kysely'
import type { Database } from '../../cloudfunctions/_kernel/database/database'
import { migrate } from '../../cloudfunctions/_kernel/database/migrate'
import { openPostgres, type PostgresLimits } from '../../cloudfunctions/_kernel/database/postgres'
import { systemClock } from '../../cloudfunctions/_kernel/adapters/system-clock'
import { auditShop } from '../builders/audit-shop'
import { FakeWallet } from '../builders/fake-wallet'
import { startPostgres, type ThrowAwayPostgres } from '../tools/postgres'
import { type Buyer, givenCrowd, givenGoods, givenStall } from './crowd'
import { type Answer, ask, openInstance } from './instance'
import { untilTrue } from '../tools/until-true'

const LONG_MS = 120_000
const CROWD = 60
const IMPATIENT: PostgresLimits = {
  connections: 4,
  connectMs: 300,
  lockMs: 300,
  statementMs: 2_000,
  idleMs: 30_000,
}

/** A shop with plenty of stock, and the application that sells it. */
async function openShop(db: Database) {
  await migrate(db)
  const wallets = {
    'wechat-pay': new FakeWallet('wechat-pay', systemClock),
    alipay: new FakeWallet('alipay', systemClock),
  }
  const { application, log } = openInstance(db, wallets)
  const stall = await givenStall(db)
  const skuId = await givenGoods(db, stall, { stock: 100_000 })
  const crowd = await givenCrowd(db, CROWD)
  const order = ({ token, addressId }: Buyer, key: string): Promise<Answer> =>
    ask((request) => application.fetch(request), {
      token,
      name: 'orders/place-order',
      input: { roomId: stall.roomId, items: [{ skuId, quantity: 1 }], addressId },
      key,
    })
  return { db, application, log, crowd, skuId, order }
}
type Shop = Awaited<ReturnType<typeof openShop>>

/** Buyers who order one thing after the other, each with a key of its own, until they are told to stop. */
function keepOrdering({ crowd, order }: Shop) {
  const answers = new Map<string, { readonly buyer: Buyer; readonly answer: Answer }>()
  const counts: Record<string, number> = {}
  const count = (code: string): number => counts[code] ?? 0
  let isOpen = true
  const done = Promise.all(
    crowd.map(async (buyer, index) => {
      for (let round = 0; isOpen; round += 1) {
        const key = `order-${index}-${round}`
        const answer = await order(buyer, key)
        answers.set(key, { buyer, answer })
        counts[answer.code] = count(answer.code) + 1
        // Whoever is refused tries again a little later, as the clients do.
        await new Promise((resolve) => setTimeout(resolve, answer.code === 'ok' ? 0 : 50))
      }
    }),
  )
  return {
    answers,
    count,
    async stop() {
      isOpen = false
      await done
    },
  }
}

/** After the fault: everybody was told `ok` or `busy`, what was told is true, and a second try goes through. */
async function expectNothingLost(
  { db, crowd, order, log }: Shop,
  { answers }: ReturnType<typeof keepOrdering>,
) {
  expect(new Set([...answers.values()].map(({ answer }) => `${answer.status} ${answer.code}`))).toEqual(
    new Set(['200 ok', '429 busy']),
  )
  // one thing after the other each, as before: all at once would be more than is let in
  await Promise.all(
    crowd.map(async (who) => {
      for (const [key, { buyer, answer }] of [...answers].filter((kept) => kept[1].buyer === who)) {
        const again = await order(buyer, key)
        expect([key, again.code]).toEqual([key, 'ok'])
        if (answer.order) expect([key, again.order?.id]).toEqual([key, answer.order.id])
      }
    }),
  )
  const { orders } = await db
    .selectFrom('orders')
    .select((row) => row.fn.countAll<number>().as('orders'))
    .executeTakeFirstOrThrow()
  expect(orders).toBe(answers.size)
  expect(await auditShop(db)).toEqual([])
  expect(new Set(log.takeAlarms())).toEqual(new Set(['database-unavailable']))
}

describe('PostgreSQL', () => {
  let postgres: ThrowAwayPostgres
  let db: Database
  beforeAll(async () => {
    postgres = await startPostgres({ durable: true })
  }, LONG_MS)
  afterAll(() => postgres.stop())
  afterEach(() => db.destroy())

  it(
    'may go away and come back in the middle of everything',
    async () => {
      db = openPostgres(postgres.url)
      const shop = await openShop(db)
      const load = keepOrdering(shop)
      for (let outage = 1; outage <= 3; outage += 1) {
        const before = load.count('ok')
        await untilTrue(() => load.count('ok') > before + CROWD)
        const refused = load.count('busy')
        await postgres.interrupt()
        await untilTrue(() => load.count('busy') > refused + CROWD)
        const sold = load.count('ok')
        await postgres.resume()
        await untilTrue(() => load.count('ok') > sold + CROWD)
      }
      await load.stop()
      await expectNothingLost(shop, load)
    },
    LONG_MS,
  )

  it('answers who gets no connection, and everybody again once there is one', async () => {
    db = openPostgres(postgres.url, IMPATIENT)
    const shop = await openShop(db)
    let letGo = (): void => undefined
    const isHeld = new Promise<void>((resolve) => (letGo = resolve))
    const held = Array.from({ length: IMPATIENT.connections }, () => db.connection().execute(() => isHeld))
    const refused = await Promise.all(shop.crowd.map((buyer) => shop.order(buyer, 'the-only-key')))
    expect(new Set(refused.map(({ status, code }) => `${status} ${code}`))).toEqual(new Set(['429 busy']))
    expect(new Set(shop.log.takeAlarms())).toEqual(new Set(['database-unavailable']))
    const health = shop.application.fetch(new Request('http://test/healthz'))
    expect((await health).status).toBe(429)
    letGo()
    await Promise.all(held)
    const served = await Promise.all(shop.crowd.map((buyer) => shop.order(buyer, 'the-only-key')))
    expect(new Set(served.map(({ code }) => code))).toEqual(new Set(['ok']))
    expect(await auditShop(db)).toEqual([])
  })

  it('answers who waits too long for a lock that somebody froze with', async () => {
    db = openPostgres(postgres.url, IMPATIENT)
    const shop = await openShop(db)
    const [buyer] = shop.crowd
    if (!buyer) throw new Error('Nobody came')
    await db.transaction().execute(async (trx) => {
      await sql`select 1 from skus where sku_id = ${shop.skuId} for update`.execute(trx)
      expect((await shop.order(buyer, 'the-only-key')).code).toBe('busy')
    })
    expect((await shop.order(buyer, 'the-only-key')).code).toBe('ok')
    expect(shop.log.takeAlarms()).toEqual(['database-unavailable'])
  })

  it('migrates however long that takes', async () => {
    db = openPostgres(postgres.url, { ...IMPATIENT, connectMs: 5_000, statementMs: 50, lockMs: 50 })
    const other = openPostgres(postgres.url)
    let letGo = (): void => undefined
    const isHeld = new Promise<void>((resolve) => (letGo = resolve))
    let holding: Promise<void> | undefined
    await new Promise<void>((hasLock) => {
      holding = other.transaction().execute(async (trx) => {
        await sql`select pg_advisory_xact_lock(5713001)`.execute(trx)
        hasLock()
        await isHeld
      })
    })
    const waiting = migrate(db)
    await untilTrue(async () => {
      const { rows } = await sql<{ n: number }>`
        select count(*) as n from pg_stat_activity where wait_event = 'advisory'
          and now() - query_start > interval '200 ms'`.execute(other)
      return rows[0]?.n === 1
    })
    letGo()
    await Promise.all([holding, waiting])
    await other.destroy()
  })
})
