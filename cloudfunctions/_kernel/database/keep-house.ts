/** A statement, and the rows it answers with. */
type Ask = (sql: string) => Promise<{ readonly rows: readonly unknown[] }>

/** A server's own measure: autovacuum_vacuum_threshold, and half of its scale factors, for our tables grow in an hour. */
const CHANGED = `select quote_ident(relname) as name from pg_stat_user_tables
  where n_mod_since_analyze > 50 + n_live_tup / 10 or n_dead_tup > 50 + n_live_tup / 10`

/**
 * What a server does by itself (autovacuum) and the embedded engine does not: it counts its rows, for a planner that knows
 * nothing takes an index at random and reads a whole room for one message, and sweeps out what updates left. Only the
 * tables that changed; some milliseconds each.
 */
export async function keepHouse(ask: Ask): Promise<void> {
  // counted at the end of a statement, at most once a second unless told so
  await ask('select pg_stat_force_next_flush()')
  const { rows } = await ask(CHANGED)
  for (const { name } of rows as readonly { readonly name: string }[]) await ask(`vacuum (analyze) ${name}`)
}
