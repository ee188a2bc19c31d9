import { sql } from 'kysely'
import type { Database } from './database'
import { mainLoop } from './migrations/0001-main-loop'
import { explainAsks } from './migrations/0002-explain-asks'
import { trade } from './migrations/0003-trade'
import { liveRoom } from './migrations/0004-live-room'
import { verifiedPhones } from './migrations/0005-verified-phones'
import { drawPhrases } from './migrations/0006-draw-phrases'
import type { Migration } from './migrations/migration'

/** In order. A released migration is never edited: the next change is the next entry. */
const MIGRATIONS: readonly Migration[] = [mainLoop, explainAsks, trade, liveRoom, verifiedPhones, drawPhrases]
/** Any number, as long as every instance takes the same. */
const ADVISORY_LOCK = 5_713_001

/** Brings the tables up to date. Several instances may start at once: one works, the others wait and find it done. */
export async function migrate(db: Database): Promise<void> {
  await db.transaction().execute(async (trx) => {
    // A migration takes as long as it takes, and so does waiting for another instance's.
    await sql`set local statement_timeout = 0`.execute(trx)
    await sql`set local lock_timeout = 0`.execute(trx)
    await sql`select pg_advisory_xact_lock(${ADVISORY_LOCK})`.execute(trx)
    await sql`create table if not exists migrations (name text primary key, ran_at timestamptz default now())`.execute(
      trx,
    )
    const { rows } = await sql<{ name: string }>`select name from migrations`.execute(trx)
    const done = new Set(rows.map((row) => row.name))
    for (const migration of MIGRATIONS.filter(({ name }) => !done.has(name))) {
      for (const statement of migration.statements) await sql.raw(statement).execute(trx)
      await sql`insert into migrations (name) values (${migration.name})`.execute(trx)
    }
  })
}
