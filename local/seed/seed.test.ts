import { chaptersOf } from '@/domain/replay'
import { HOUR } from '@/domain/time'
import type { Database } from '../../cloudfunctions/_kernel/database/database'
import { readEvent } from '../../cloudfunctions/_kernel/room-log'
import { auditShop } from '../../test/builders/audit-shop'
import { FakeClock } from '../../test/builders/fake-clock'
import { emptyDatabase, testDatabase } from '../../test/builders/test-database'
import { personas } from '../identity/personas'
import { catalogue } from './catalogue'
import { seed } from './seed'
import { flashSaleIdOf } from './seed-ids'

let db: Database
const clock = new FakeClock()
const start = () => seed({ db, clock, personas })
const orchard = catalogue.find(({ folder }) => folder === 'orchard')
if (!orchard) throw new Error('The orchard is in the catalogue')
const sale = () =>
  db
    .selectFrom('flash_sales')
    .select(['starts_at', 'ends_at'])
    .where('flash_sale_id', '=', flashSaleIdOf(orchard))
    .executeTakeFirstOrThrow()

beforeAll(async () => {
  db = await testDatabase()
}, 60_000)
beforeEach(async () => {
  await emptyDatabase(db)
  await start()
})
afterAll(() => db.destroy())

it('gives every shop coupons, freight, a live price and a flash sale that is on, once', async () => {
  const now = clock.now()
  await start()
  const rowsOf = async (table: 'coupons' | 'freight_templates' | 'live_prices' | 'flash_sales') =>
    (await db.selectFrom(table).select('merchant_id').execute()).length
  const tables = ['coupons', 'freight_templates', 'live_prices', 'flash_sales'] as const
  expect(await Promise.all(tables.map(rowsOf))).toEqual([6, 3, 3, 3])
  const open = await db
    .selectFrom('flash_sales')
    .innerJoin('skus', 'skus.sku_id', 'flash_sales.sku_id')
    .select('flash_sales.flash_sale_id')
    .where('starts_at', '<=', now)
    .where('ends_at', '>', now)
    .whereRef('flash_sales.price_fen', '<', 'skus.price_fen')
    .whereRef('flash_sales.quantity', '<=', 'skus.available')
    .execute()
  expect(open).toHaveLength(3)
})

it('offers live prices on shelves that hold the goods, for less than always', async () => {
  const cheaper = await db
    .selectFrom('live_prices')
    .innerJoin('skus', 'skus.sku_id', 'live_prices.sku_id')
    .innerJoin('shelf_items', (join) =>
      join
        .onRef('shelf_items.room_id', '=', 'live_prices.room_id')
        .onRef('shelf_items.product_id', '=', 'skus.product_id'),
    )
    .select('live_prices.sku_id')
    .whereRef('live_prices.price_fen', '<', 'skus.price_fen')
    .execute()
  expect(cheaper).toHaveLength(3)
})

it('keeps books that agree', async () => {
  expect(await auditShop(db)).toEqual([])
})

it('opens a flash sale again that ran its course, and not one that somebody ended', async () => {
  clock.advance(24 * HOUR)
  await start()
  expect((await sale()).starts_at).toBe(clock.now())
  clock.advance(HOUR)
  const ended = { ends_at: clock.now() }
  await db.updateTable('flash_sales').set(ended).execute()
  clock.advance(24 * HOUR)
  await start()
  expect(await sale()).toMatchObject(ended)
})

it('leaves what somebody planned instead in peace', async () => {
  clock.advance(24 * HOUR)
  const before = await sale()
  const planned = (await db.selectFrom('flash_sales').selectAll().execute()).map((row) => ({
    ...row,
    flash_sale_id: row.flash_sale_id.replace(/.$/, 'z') as typeof row.flash_sale_id,
    starts_at: clock.now(),
    ends_at: clock.now() + HOUR,
  }))
  await db.insertInto('flash_sales').values(planned).execute()
  await start()
  expect(await sale()).toEqual(before)
})

it('has a show to watch again, with a log that tells when each product was explained', async () => {
  const room = await db
    .selectFrom('rooms')
    .selectAll()
    .where('recording', 'is not', null)
    .executeTakeFirstOrThrow()
  const events = await db
    .selectFrom('room_events')
    .select(['seq', 'at', 'body'])
    .where('room_id', '=', room.room_id)
    .orderBy('seq')
    .execute()
  const told = events.map(readEvent)
  expect(chaptersOf(told, room.recording ?? [])).toHaveLength(3)
  expect(told.map(({ at }) => at)).toEqual(told.map(({ at }) => at).sort((a, b) => a - b))
  const answers = await db.selectFrom('questions').selectAll().execute()
  expect(answers).toHaveLength(2)
  expect(told.flatMap((event) => (event.type === 'question-answered' ? [event.answer.id] : []))).toEqual(
    answers.map((row) => row.question_id).sort(),
  )
  expect(room.last_seq).toBe(events.length)
  expect(await db.selectFrom('room_events').select('seq').where('sent_at', 'is', null).execute()).toEqual([])
})
