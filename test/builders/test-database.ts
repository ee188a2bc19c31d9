import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { sql } from 'kysely'
import type { Database } from '../../cloudfunctions/_kernel/database/database'
import { databaseOn } from '../../cloudfunctions/_kernel/database/embedded'
import { migrate } from '../../cloudfunctions/_kernel/database/migrate'

const modules = path.resolve(__dirname, '../../node_modules')
const cache = path.join(modules, '.cache/livestall')
const engineHash = createHash('sha256').update(
  readFileSync(path.join(modules, '@electric-sql/pglite/package.json')),
)
const fresh = path.join(cache, `empty-${engineHash.digest('hex').slice(0, 16)}.tar`)

/** A migrated database in memory. Creating a cluster takes seconds, so an empty one is kept for the next test file. */
export async function testDatabase(): Promise<Database> {
  const db = databaseOn(await freshEngine())
  await migrate(db)
  return db
}

async function freshEngine(): Promise<PGlite> {
  if (existsSync(fresh)) return PGlite.create({ loadDataDir: new Blob([readFileSync(fresh)]) })
  const engine = await PGlite.create()
  const dump = await engine.dumpDataDir('none')
  mkdirSync(cache, { recursive: true })
  const part = `${fresh}.${process.pid}`
  writeFileSync(part, Buffer.from(await dump.arrayBuffer()))
  renameSync(part, fresh)
  return engine
}

/** Empties every table. */
export async function emptyDatabase(db: Database): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'migrations'`.execute(
    db,
  )
  await sql`truncate ${sql.join(rows.map((row) => sql.table(row.name)))} cascade`.execute(db)
}
