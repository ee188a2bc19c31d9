import { sql } from 'kysely'
import type { Database } from '../../../cloudfunctions/_kernel/database/database'

/** One short text for all rows of all tables. */
export async function fingerprint(db: Database): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' order by tablename`.execute(db)
  const parts = tables.map(
    ({ name }) =>
      sql`select md5(coalesce(string_agg(t::text, ',' order by t::text), '')) as hash from ${sql.table(name)} t`,
  )
  const { rows } = await sql<{ hash: string }>`${sql.join(parts, sql` union all `)}`.execute(db)
  return rows.map(({ hash }) => hash).join(' ')
}
