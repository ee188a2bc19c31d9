import { openPostgres } from './postgres'
import type { SessionDatabase } from './session-database'

/** Every operation's database: the same SQL on the embedded engine and on a PostgreSQL cluster. */
export type Database = SessionDatabase

const POSTGRES = /^postgres(ql)?:\/\//

/** Opens `postgres://…`, `memory://` (gone when closed), or a directory of the embedded engine. */
export async function openDatabase(location: string): Promise<Database> {
  if (POSTGRES.test(location)) return openPostgres(location)
  // Loaded only when asked for: the cloud functions are shipped without the embedded engine.
  const { openEmbedded } = await import('./embedded')
  return openEmbedded(location)
}
