import { sql } from 'kysely'
import { contracts } from '@/contracts'
import type { Operation } from '@/contracts/contract'
import { DAY, HOUR } from '@/domain/time'
import { functions } from '../../cloudfunctions'
import { TestApplication } from '../builders/test-application'
import { OPERATIONS, type Row } from './hostile/operations'
import { type Plan, watchedDatabase, type WatchedDatabase } from './hostile/seen-statements'
import { givenShopWorld, type ShopWorld } from './hostile/shop-world'

/** What looks at every shard, by the column that finds the rows there; `docs/scale.md` tells more. */
const ACROSS_SHARDS: Readonly<Record<string, string>> = {
  'orders.buyer_id': 'a buyer’s own orders lie with every shop they bought from',
  'coupon_claims.user_id': 'a person’s own coupons do, too',
  'follows.user_id': 'and the shops that they follow',
  'rooms.status': 'the feed shows rooms of all shops',
  'rooms.pulse_is_stale': 'a duty: counters that are to be told',
  'room_events.sent_at': 'a duty: notices that were forgotten',
  'presence.seen_at': 'a duty: viewers who left without a word',
  'skus.is_unannounced': 'a duty: stock that is to be told',
  'jobs.due_at': 'a duty: work that is due, each worker on its own shard',
  'room_mutes.until': 'a duty: who may talk again',
  'chat_messages.said_at': 'a duty: old messages go',
  'trade_keys.created_at': 'a duty: old keys go',
  'merchants.*': 'each morning every shop gets its bill',
  'payments.paid_at': 'one bill covers all shops: whose day had payments',
  'refunds.done_at': 'or refunds',
  'bill_differences.status': 'or something open',
  'bill_days.day': 'and who waits for it',
}

let watched: WatchedDatabase
let sharded: ReadonlySet<string>
beforeAll(async () => {
  watched = await watchedDatabase()
  const { rows } = await sql<{ name: string }>`
    select c.conrelid::regclass::text as name from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'p' and c.connamespace = 'public'::regnamespace and a.attname = 'merchant_id'`.execute(
    watched.db,
  )
  sharded = new Set(rows.map(({ name }) => name))
  await workEverything(new TestApplication(watched.db, functions))
}, 300_000)
afterAll(() => watched.close())

/** Every operation with an input that works, in a new world when it has used up the one before; then days of duties. */
async function workEverything(test: TestApplication): Promise<void> {
  let world = await givenShopWorld(test)
  for (const [path, row] of Object.entries(OPERATIONS)) {
    const call = callOf(test, path, row)
    let code = ''
    await watched.watch(async () => (code = await call(world)))
    if (code === 'ok') continue
    world = await givenShopWorld(test)
    await watched.watch(() => call(world))
  }
  await watched.watch(async () => {
    for (let n = 0; n < 8; n += 1) {
      test.clock.advance(n % 2 === 0 ? DAY : HOUR)
      await test.tick()
    }
  })
}

function callOf(test: TestApplication, path: string, { input }: Row) {
  const [name, operation = ''] = path.split('/')
  const contract = Object.values(contracts).find((one) => one.name === name)
  const operations: Readonly<Record<string, Operation>> = contract?.operations ?? {}
  const isShops = operations[operation]?.caller === 'merchant'
  return (world: ShopWorld) => test.as(isShops ? world.host : world.buyer).refusal(path, input(world))
}

const conditionsOf = (plan: Plan): string =>
  Object.entries(plan)
    .filter(([fact]) => /Cond$|^(Join )?Filter$/.test(fact))
    .map(([, words]) => String(words))
    .join(' ')

/** Rows of a merchant's table that are looked for without the merchant: the table, and the columns that find them. */
function strays(plan: Plan, above = ''): readonly string[] {
  const conditions = `${above} ${conditionsOf(plan)}`
  const below = (plan.Plans ?? []).flatMap((part) => strays(part, conditions))
  const { Alias: alias, 'Relation Name': table, 'Node Type': kind } = plan
  if (typeof table !== 'string' || !sharded.has(table) || kind === 'ModifyTable') return below
  const found = conditions.matchAll(new RegExp(String.raw`\b${String(alias)}\.(\w+)`, 'g'))
  const columns = new Set([...found].map(([, column]) => column))
  if (columns.has('merchant_id')) return below
  return [`${table}.${columns.size === 0 ? '*' : [...columns].sort().join(' ')}`, ...below]
}

const isKnown = (stray: string): string | undefined => {
  const [table = '', columns = ''] = stray.split('.')
  return columns
    .split(' ')
    .map((column) => `${table}.${column}`)
    .find((name) => name in ACROSS_SHARDS)
}

it('every query names the merchant whose rows it wants, or is known to look at every shard', async () => {
  const unknown: string[] = []
  const used = new Set<string>()
  for (const text of watched.statements)
    for (const stray of strays(await watched.explain(text))) {
      const known = isKnown(stray)
      if (known === undefined) unknown.push(`${stray}: ${text.replace(/\s+/g, ' ').slice(0, 300)}`)
      else used.add(known)
    }
  expect(unknown).toEqual([])
  expect([...used].sort()).toEqual(Object.keys(ACROSS_SHARDS).sort())
  expect(watched.statements.size).toBeGreaterThan(150)
})

it.each([
  [`select 1 from orders where status = 'paid' and order_id = $1`, ['orders.order_id status']],
  [
    `select 1 from orders o join parcels p on p.order_id = o.order_id where o.merchant_id = $1`,
    ['parcels.order_id'],
  ],
  [`update skus set sold = 0 where product_id = $1`, ['skus.product_id']],
  [`select 1 from orders o join parcels p using (merchant_id, order_id) where p.merchant_id = $1`, []],
])('notices in “%s” what it does without a merchant', async (text, expected) => {
  expect(strays(await watched.explain(text))).toEqual(expected)
})
