import { PostgresDialect } from 'kysely'
import { Pool, TypeOverrides } from 'pg'
import { postgresLine } from './postgres-line'
import { SessionDatabase } from './session-database'

const INT8 = 20

export interface PostgresLimits {
  readonly connections: number
  /** How long a caller waits for a connection. */
  readonly connectMs: number
  /** How long a statement waits for a lock. */
  readonly lockMs: number
  readonly statementMs: number
  /** How long a transaction may do nothing: a process that froze must not keep its locks. */
  readonly idleMs: number
}

const LIMITS: PostgresLimits = {
  // More connections make a hot row slower: they only queue for the same lock.
  connections: 16,
  connectMs: 5_000,
  lockMs: 5_000,
  statementMs: 15_000,
  idleMs: 30_000,
}

/** Whoever waits longer than the limits allow is told that the database is busy, and holds nothing meanwhile. */
export function openPostgres(url: string, limits: PostgresLimits = LIMITS): SessionDatabase {
  const types = new TypeOverrides()
  // Money and times are safe integers; `pg` would hand int8 out as text, unlike the embedded engine.
  types.setTypeParser(INT8, Number)
  const pool = new Pool({
    connectionString: url,
    max: limits.connections,
    connectionTimeoutMillis: limits.connectMs,
    lock_timeout: limits.lockMs,
    statement_timeout: limits.statementMs,
    idle_in_transaction_session_timeout: limits.idleMs,
    keepAlive: true,
    application_name: 'livestall',
    types,
  })
  // A broken idle connection leaves the pool by itself; the next query opens another, or tells what is wrong.
  pool.on('error', () => undefined)
  // One that breaks between two statements of a transaction is nobody's but ours: without a listener the process
  // would end. The next statement of the transaction says that the connection is gone.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new SessionDatabase(new PostgresDialect({ pool }), async () => postgresLine(await pool.connect()))
}
