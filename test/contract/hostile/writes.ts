import { sql } from 'kysely'
import type { Database } from '../../../cloudfunctions/_kernel/database/database'

/** Moves with every transaction that locked or wrote anything, also with those that were rolled back. */
async function writesSoFar(db: Database): Promise<string> {
  const { rows } = await sql<{ next: string }>`
    select pg_snapshot_xmax(pg_current_snapshot())::text as next`.execute(db)
  return rows[0]?.next ?? ''
}

/**
 * One short text that changes with every row that is written, even with what it held: the number of rows of each table
 * and the newest transaction among them. No row is read, so it is quick where there are large ones.
 */
async function writeStamp(db: Database): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' order by tablename`.execute(db)
  const parts = tables.map(
    ({ name }) =>
      sql`select ${name}::text || ' ' || count(*) || ' ' || coalesce(max(xmin::text::bigint), 0) as stamp from ${sql.table(name)}`,
  )
  const { rows } = await sql<{ stamp: string }>`${sql.join(parts, sql` union all `)}`.execute(db)
  return rows.map(({ stamp }) => stamp).join('\n')
}

/** Tells whether anything was written since it was asked last. */
export class WriteWatch {
  #writes = ''
  #stamp = ''

  constructor(private readonly db: Database) {}

  async hasWritten(): Promise<boolean> {
    const writes = await writesSoFar(this.db)
    if (writes === this.#writes) return false
    const [before, now] = [this.#stamp, await writeStamp(this.db)]
    this.#writes = writes
    this.#stamp = now
    return now !== before
  }
}
