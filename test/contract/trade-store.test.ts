import { sql } from 'kysely'
import { tradeStoreContract } from './trade-store.contract'
import { embeddedWorld, memoryWorld, postgresWorld } from './trade-store-worlds'

tradeStoreContract('the order book’s rows in memory', memoryWorld)
tradeStoreContract('the order book’s rows in the embedded database', embeddedWorld)
tradeStoreContract('the order book’s rows in PostgreSQL', postgresWorld)

describe('a lock that somebody holds', () => {
  let world: Awaited<ReturnType<typeof postgresWorld>>
  beforeAll(async () => {
    world = await postgresWorld()
  }, 60_000)
  afterAll(() => world.close())

  it('holds up a transaction on the same SKU, and nobody who only looks', async () => {
    const { merchantId, skuId } = await world.openShop()
    const [store, scope] = [world.store(), { merchantId, skus: [skuId] }]
    const told: string[] = []
    let waiting: Promise<void> | undefined
    await world.db.transaction().execute(async (trx) => {
      await sql`select 1 from skus where merchant_id = ${merchantId} and sku_id = ${skuId} for update`.execute(
        trx,
      )
      waiting = store.transact(scope, () => void told.push('decided'))
      await untilSomebodyWaits()
      await store.look(scope, (draft) => void told.push(`${draft.skus.need(skuId).available} left`))
      expect(told).toEqual(['10 left'])
    })
    await waiting
    expect(told).toEqual(['10 left', 'decided'])
  })

  async function untilSomebodyWaits(): Promise<void> {
    for (;;) {
      const { rows } = await sql<{ waits: number }>`
        select count(*)::int as waits from pg_locks where not granted`.execute(world.db)
      if (rows[0]?.waits) return
    }
  }
})
