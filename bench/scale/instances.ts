import { sql } from 'kysely'
import { openDatabase } from '../../cloudfunctions/_kernel/database/database'
import { startPostgres } from '../../test/tools/postgres'
import { Client } from '../orders/client'
import { marketBuyer, runLoad, withFreshKeys } from '../orders/load'
import { prepareMarket } from '../orders/market'
import { measure, type Measured } from '../orders/measure'
import { type BenchServer, startServer } from '../orders/server-process'

const SECONDS = Number(process.env.BENCH_SECONDS ?? 10)
const STOCK = 1_000_000

/** Figures by crowd. */
export type ScaleRow = Readonly<Record<64 | 512, Measured>>

/** Buyers of `shops` shops with one product each, sent to `instances` servers by turns, over one PostgreSQL. */
export async function measureInstances(instances: number, shops: number): Promise<ScaleRow> {
  const postgres = await startPostgres({ durable: true })
  const servers: BenchServer[] = []
  try {
    const market = await prepareMarket(postgres.url, { shops, stock: STOCK })
    for (let started = 0; started < instances; started += 1)
      servers.push(await startServer('serve-shop.ts', postgres.url))
    const [first, ...others] = servers.map(({ port }) => new Client(port))
    if (!first) throw new RangeError('No instance to measure')
    const buy = marketBuyer([first, ...others], market)
    // each process first gets to know its code and its statements
    let { sold } = await runLoad(buy, { buyers: 64, seconds: 8 })
    const measured = async (buyers: number): Promise<Measured> => {
      const figures = await measure(servers, withFreshKeys(buy, buyers), { buyers, seconds: SECONDS })
      sold += figures.sold
      return figures
    }
    const row: ScaleRow = { 64: await measured(64), 512: await measured(512) }
    for (const client of [first, ...others]) client.close()
    await audit(postgres.url, { sold, units: market.goods.length * STOCK })
    return row
  } finally {
    await Promise.all(servers.map((server) => server.stop()))
    await postgres.stop()
  }
}

/** Throws when the instances have sold more or less together than they said. */
async function audit(url: string, told: { readonly sold: number; readonly units: number }): Promise<void> {
  const db = await openDatabase(url)
  try {
    const { rows } = await sql<{ sold: number; units: number }>`
      select sum(sold)::float8 as sold, sum(available + reserved + sold)::float8 as units from skus`.execute(
      db,
    )
    const [kept] = rows
    if (kept?.sold !== told.sold || kept.units !== told.units)
      throw new Error(`The database holds ${JSON.stringify(kept)}, the buyers ${JSON.stringify(told)}`)
  } finally {
    await db.destroy()
  }
}
