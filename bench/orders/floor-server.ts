import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Pool } from 'pg'

// The least that an honest order does, one statement a request: key, conditional decrement, order row, outbox row;
// then a notice that is safe to repeat. No prices, no rights, no addresses, no ledger: a scale, and not a peer.

const TABLES = `
  drop table if exists floor_orders, floor_stock, floor_outbox;
  create table floor_stock (sku int primary key, available int not null check (available >= 0));
  create table floor_orders (id bigint generated always as identity primary key, buyer text not null,
    key text not null, sku int not null, paid boolean not null default false, unique (buyer, key));
  create table floor_outbox (order_id bigint not null, kind text not null);
  insert into floor_stock select n, 10000000 from generate_series(0, 999) n`
const PLACE = `
  with taken as (
    update floor_stock set available = available - 1 where sku = $3 and available >= 1 returning sku),
  placed as (
    insert into floor_orders (buyer, key, sku) select $1, $2, sku from taken
    on conflict (buyer, key) do nothing returning id),
  told as (insert into floor_outbox select id, 'placed' from placed)
  select id from placed`
const PAY = `
  with paid as (update floor_orders set paid = true where id = $1 and not paid returning id)
  insert into floor_outbox select id, 'paid' from paid`

async function main(): Promise<void> {
  const pool = new Pool({ connectionString: process.argv[2], max: 16 })
  await pool.query(TABLES)
  const server = createServer((request, response) => {
    void handle(pool, request).then((reply) => response.end(reply))
  })
  server.listen(0, '127.0.0.1', () => {
    process.stdout.write(`${(server.address() as AddressInfo).port}\n`)
  })
  process.once('SIGTERM', () => {
    server.close()
    void pool.end().then(() => process.exit(0))
  })
}

async function handle(pool: Pool, request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const part of request) body += String(part)
  if (request.url === '/usage') {
    const { user, system } = process.cpuUsage()
    return JSON.stringify({ cpuMs: (user + system) / 1000, rssMiB: process.memoryUsage.rss() / 2 ** 20 })
  }
  const input = JSON.parse(body) as { buyer: string; key: string; sku: number; id: string }
  if (request.url === '/pay') {
    await pool.query({ name: 'pay', text: PAY, values: [input.id] })
    return '{}'
  }
  const { rows } = await pool.query<{ id: string }>({
    name: 'place',
    text: PLACE,
    values: [input.buyer, input.key, input.sku],
  })
  return JSON.stringify({ id: rows[0]?.id ?? null })
}

void main()
