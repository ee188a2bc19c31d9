import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startPostgres } from '../../test/tools/postgres'
import { Client } from './client'
import { type Buy, marketBuyer, runLoad, withFreshKeys } from './load'
import { prepareMarket } from './market'
import { measure, type Measured } from './measure'
import { startServer } from './server-process'

const CROWDS = [1, 16, 64, 512] as const
const SECONDS = Number(process.env.BENCH_SECONDS ?? 4)
const STOCK = 10_000_000

type Row = Readonly<Record<string, Measured>>

async function measureShop(location: string, skus: number): Promise<Row> {
  const market = await prepareMarket(location, { skus, stock: STOCK })
  const server = await startServer('serve-shop.ts', location)
  const client = new Client(server.port)
  const buy = marketBuyer([client], market)
  try {
    // Code that is warm, as it is in a shop that is open.
    await runLoad(buy, { buyers: 16, seconds: 1 })
    const rows: Record<string, Measured> = {}
    for (const buyers of CROWDS)
      rows[String(buyers)] = await measure([server], withFreshKeys(buy, buyers), { buyers, seconds: SECONDS })
    return rows
  } finally {
    client.close()
    await server.stop()
  }
}

async function measureFloor(url: string, skus: number): Promise<Row> {
  const server = await startServer('floor-server.ts', url)
  const client = new Client(server.port)
  const buy: Buy = async (buyer, round) => {
    const sku = (buyer * 7919 + round * 104_729) % skus
    const wish = { buyer: String(buyer), key: `${buyer}-${round}`, sku }
    const placed = await client.post('/place', JSON.stringify(wish))
    const { id } = JSON.parse(placed.body) as { id: string | null }
    if (id !== null) await client.post('/pay', JSON.stringify({ id }))
    return id !== null
  }
  try {
    await runLoad((buyer, round) => buy(buyer, -1 - round), { buyers: 16, seconds: 1 })
    const rows: Record<string, Measured> = {}
    for (const buyers of CROWDS)
      rows[String(buyers)] = await measure([server], withFreshKeys(buy, buyers), { buyers, seconds: SECONDS })
    return rows
  } finally {
    client.close()
    await server.stop()
  }
}

/** Place an order and have it paid, through HTTP: one hot SKU and a thousand, on both engines, with the floor between. */
export async function benchOrders(): Promise<object> {
  const figures: Record<string, Row> = {}
  for (const skus of [1, 1000]) {
    const name = skus === 1 ? 'hot' : 'spread'
    const dataDir = mkdtempSync(path.join(tmpdir(), 'livestall-bench-'))
    try {
      figures[`pglite ${name}`] = await measureShop(path.join(dataDir, 'database'), skus)
    } finally {
      rmSync(dataDir, { recursive: true, force: true })
    }
    const postgres = await startPostgres({ durable: true })
    try {
      figures[`floor ${name}`] = await measureFloor(postgres.url, skus)
      figures[`postgres ${name}`] = await measureShop(postgres.url, skus)
    } finally {
      await postgres.stop()
    }
  }
  return { ...figures, ratioToFloor: ratioAt(figures, '64') }
}

const ratioAt = (figures: Readonly<Record<string, Row>>, buyers: string) => ({
  hot: ratio(figures['postgres hot']?.[buyers], figures['floor hot']?.[buyers]),
  spread: ratio(figures['postgres spread']?.[buyers], figures['floor spread']?.[buyers]),
})
const ratio = (ours: Measured | undefined, theirs: Measured | undefined): number =>
  Math.round(((ours?.ordersPerSecond ?? 0) / (theirs?.ordersPerSecond ?? 1)) * 100) / 100
