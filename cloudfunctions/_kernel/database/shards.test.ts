import { sql } from 'kysely'
import { testDatabase } from '../../../test/builders/test-database'
import type { Database } from './database'

/** What keeps one row of a table apart from another, or refers to another table. */
interface Rule {
  readonly table: string
  readonly name: string
  readonly columns: readonly string[]
}

const rulesOf = async (db: Database, kinds: readonly string[]): Promise<readonly Rule[]> => {
  const { rows } = await sql<Rule>`
    select c.conrelid::regclass::text as table, c.conname as name,
      (select json_agg(a.attname order by k.n) from unnest(c.conkey) with ordinality k (num, n)
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.num) as columns
    from pg_constraint c
    where c.connamespace = 'public'::regnamespace and c.contype::text = any(${[...kinds]}::text[])
      and c.conrelid <> 'migrations'::regclass`.execute(db)
  return rows
}
const isDistributed = ([first]: readonly string[]): boolean => first === 'merchant_id' || first === 'user_id'

/** Known to look at every shard, and why that is all right. */
const ACROSS_SHARDS: Readonly<Record<string, string>> = {
  users_host_host_user_id_key: 'signing in finds a person by what the host calls them: once a session',
}

describe('on shards', () => {
  let db: Database
  beforeAll(async () => {
    db = await testDatabase()
  }, 60_000)
  afterAll(() => db.destroy())

  it('every row is kept apart by a key that leads with its shard', async () => {
    const rules = await rulesOf(db, ['p', 'u'])
    const across = rules.filter(({ columns, name }) => !isDistributed(columns) && !(name in ACROSS_SHARDS))
    expect(across).toEqual([])
    expect(rules.length).toBeGreaterThan(20)
  })

  it('every unique index leads with its shard', async () => {
    const { rows } = await sql<{ name: string; definition: string }>`
      select indexname as name, indexdef as definition from pg_indexes
      where schemaname = 'public' and tablename <> 'migrations' and indexdef like 'CREATE UNIQUE%'`.execute(
      db,
    )
    const across = rows.filter(
      ({ name, definition }) => !/\((merchant_id|user_id)\b/.test(definition) && !(name in ACROSS_SHARDS),
    )
    expect(across).toEqual([])
  })

  it('no reference leaves its shard', async () => {
    const references = await rulesOf(db, ['f'])
    expect(references.filter(({ columns }) => !isDistributed(columns))).toEqual([])
  })
})
