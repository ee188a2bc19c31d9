import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { openDatabase } from '../../cloudfunctions/_kernel/database/database'
import { startPostgres } from '../../test/tools/postgres'
import { Client } from './client'
import { marketBuyer, runLoad } from './load'
import { prepareMarket } from './market'
import { startServer } from './server-process'

const BUYERS = 500
const UNITS = 100

interface StampedeFigures {
  readonly sold: number
  readonly refused: number
  readonly seconds: number
  /** What the database says after: it must be `0 available, 0 reserved, 100 sold`. */
  readonly stock: string
}

/** 500 buyers at once for 100 units, through HTTP, each paying what they got. */
export async function benchStampede(): Promise<object> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'livestall-bench-'))
  const postgres = await startPostgres({ durable: true })
  try {
    return {
      pglite: await stampede(path.join(dataDir, 'database')),
      postgres: await stampede(postgres.url),
    }
  } finally {
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function stampede(location: string): Promise<StampedeFigures> {
  const warmUp = await prepareMarket(location, { stock: 10_000 })
  const shop = await prepareMarket(location, { stock: UNITS })
  const server = await startServer('serve-shop.ts', location)
  const client = new Client(server.port)
  try {
    await runLoad(marketBuyer([client], warmUp), { buyers: 64, seconds: 2 })
    const { sold, refused, seconds } = await runLoad(marketBuyer([client], shop), {
      buyers: BUYERS,
      seconds: 60,
      rounds: 1,
    })
    client.close()
    await server.stop()
    return { sold, refused, seconds, stock: await stockOf(location, shop.goods[0]?.skuId ?? '') }
  } catch (cause) {
    await server.stop()
    throw cause
  }
}

async function stockOf(location: string, skuId: string): Promise<string> {
  const db = await openDatabase(location)
  try {
    const { rows } = await sql<{ available: number; reserved: number; sold: number }>`
      select available, reserved, sold from skus where sku_id = ${skuId}`.execute(db)
    const [stock] = rows
    return `${stock?.available} available, ${stock?.reserved} reserved, ${stock?.sold} sold`
  } finally {
    await db.destroy()
  }
}
