import { Kysely, PostgresDialect } from 'kysely'
import { Pool, TypeOverrides } from 'pg'
import type { Tables } from './tables'

const INT8 = 20
/** More connections make a hot row slower: they only queue for the same lock. */
const MAX_CONNECTIONS = 16

export function openPostgres(url: string): Kysely<Tables> {
  const types = new TypeOverrides()
  // Money and times are safe integers; `pg` would hand int8 out as text, unlike the embedded engine.
  types.setTypeParser(INT8, Number)
  const pool = new Pool({
    connectionString: url,
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: 10_000,
    application_name: 'livestall',
    types,
  })
  // A broken idle connection leaves the pool by itself; the next query opens another, or tells what is wrong.
  pool.on('error', () => undefined)
  return new Kysely({ dialect: new PostgresDialect({ pool }) })
}
