import { sql } from 'kysely'
import { type Database, openDatabase } from '../../cloudfunctions/_kernel/database/database'
import { namedStatement, statement, step } from '../../cloudfunctions/_kernel/database/statement'
import { testDatabase } from '../builders/test-database'
import { startPostgres } from '../tools/postgres'

const SLOW_START_MS = 60_000

async function embedded() {
  const db = await testDatabase()
  return { db, close: () => db.destroy() }
}
async function server() {
  const postgres = await startPostgres()
  const db = await openDatabase(postgres.url)
  return { db, close: () => db.destroy().then(() => postgres.stop()) }
}

const PUT = namedStatement<null, 'notes'>(
  { name: 'put-notes', types: { notes: 'text[]' } },
  'insert into notes select * from unnest(:notes)',
)
const ALL = statement<readonly { readonly note: string }[]>(
  'all-notes',
  `select coalesce(json_agg(n order by n.note), '[]') from notes n`,
)
const put = (db: Database, ...notes: readonly string[]) =>
  db.exchange((exchange) => exchange.finish([PUT({ notes }), step(ALL)]))
const notesOf = async (db: Database) => (await db.exchange((exchange) => exchange.finish([step(ALL)])))[0]

describe.each([
  ['the embedded database', embedded],
  ['PostgreSQL', server],
] as const)('an exchange with %s', (_name, open) => {
  let opened: Awaited<ReturnType<typeof embedded>>
  let db: Database
  beforeAll(async () => {
    opened = await open()
    db = opened.db
  }, SLOW_START_MS)
  beforeEach(() => sql`create table notes (note text primary key)`.execute(db))
  afterEach(() => sql`drop table notes`.execute(db))
  afterAll(() => opened.close())

  it('carries out one step after the other, and keeps what it finished', async () => {
    const odd = ['', '梨', '"a\\b"', '{c,d}', "e'f", 'null']
    const [, seen] = await put(db, ...odd)
    expect(seen.map(({ note }) => note).sort()).toEqual([...odd].sort())
    expect(await notesOf(db)).toEqual(seen)
  })

  it('leaves out a step that is null', async () => {
    const answers = await db.exchange((exchange) => exchange.finish([null, step(ALL), null]))
    expect(answers).toEqual([null, [], null])
  })

  it('keeps nothing of what failed, was thrown or was left open, and its statements go on working', async () => {
    await put(db, 'a')
    for (let round = 0; round < 6; round += 1) {
      await expect(put(db, 'b', 'a')).rejects.toMatchObject({ code: '23505' })
      const thrown = db.exchange(async (exchange) => {
        await exchange.run([PUT({ notes: ['c'] })])
        throw new Error('changed my mind')
      })
      await expect(thrown).rejects.toThrow('changed my mind')
      await db.exchange((exchange) => exchange.run([PUT({ notes: ['d'] })]))
      expect(await notesOf(db)).toEqual([{ note: 'a' }])
    }
  })

  it('goes on when a column was added, and when a statement was never right', async () => {
    await put(db, 'a')
    await sql`alter table notes add column stars int default 5`.execute(db)
    expect(await notesOf(db)).toEqual([{ note: 'a', stars: 5 }])
    const wrong = step(statement<null>('wrong', 'select nothing from nowhere'))
    for (let round = 0; round < 2; round += 1)
      await expect(db.exchange((exchange) => exchange.finish([wrong]))).rejects.toMatchObject({
        code: '42P01',
      })
    expect(await notesOf(db)).toHaveLength(1)
  })

  it('works on many connections, each of which knows nothing at first', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, index) => put(db, `note ${index}`)))
    expect(await notesOf(db)).toHaveLength(40)
  })
})

it('a statement names only parameters that it has', () => {
  expect(() => namedStatement<null, 'a'>({ name: 'odd', types: { a: 'text' } }, 'select :b')).toThrow(
    'no parameter b',
  )
})
