import { Kysely, PostgresDialect } from 'kysely'
import { Pool, types } from 'pg'
import type { Tables } from './tables'

const INT8 = 20
/** More connections make a hot row slower: they only queue for the same lock. */
const MAX_CONNECTIONS = 16

// Money and times are safe integers; without this `pg` hands int8 out as text, unlike the embedded engine.
const numberTypes: typeof types = {
  ...types,
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    id === INT8 && format !== 'binary' ? Number : types.getTypeParser(id, format),
}

export function openPostgres(url: string): Kysely<Tables> {
  const pool = new Pool({
    connectionString: url,
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: 10_000,
    application_name: 'livestall',
    types: numberTypes,
  })
  // A broken idle connection leaves the pool by itself; the next query opens another, or tells what is wrong.
  pool.on('error', () => undefined)
  return new Kysely({ dialect: new PostgresDialect({ pool }) })
}
