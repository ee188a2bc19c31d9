import { mkdirSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import {
  Kysely,
  type PostgresCursor,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
} from 'kysely'
import { lockDirectory } from './directory-lock'
import type { Tables } from './tables'

const MEMORY = 'memory://'

/** Opens the embedded PostgreSQL in `location`, which no other process may have open. */
export async function openEmbedded(location: string): Promise<Kysely<Tables>> {
  if (location === MEMORY) return databaseOn(await PGlite.create())
  const unlock = lockDirectory(location)
  try {
    // The engine would take a path that it cannot use without a word, and keep nothing.
    mkdirSync(location, { recursive: true })
    return databaseOn(await PGlite.create(location), unlock)
  } catch (cause) {
    unlock()
    throw cause
  }
}

export function databaseOn(engine: PGlite, unlock: () => void = () => undefined): Kysely<Tables> {
  return new Kysely({ dialect: new PostgresDialect({ pool: poolOfOne(engine, unlock) }) })
}

/**
 * The engine has one connection, so its pool is a queue: first come, first served, one transaction at a time.
 * Everything above it is Kysely's own PostgreSQL dialect, the same as on a server.
 */
function poolOfOne(engine: PGlite, unlock: () => void): PostgresPool {
  let last = Promise.resolve()
  const takeTurn = async (): Promise<() => void> => {
    const before = last
    let release = (): void => undefined
    last = new Promise((resolve) => {
      release = resolve
    })
    await before
    return release
  }
  return {
    async connect() {
      const release = await takeTurn()
      // Queries of this engine settle in microtasks: without a pause, busy callers would starve sockets and timers.
      await new Promise(setImmediate)
      return connection(engine, release)
    },
    async end() {
      const release = await takeTurn()
      await engine.close()
      unlock()
      release()
    },
  }
}

function connection(engine: PGlite, release: () => void): PostgresPoolClient {
  function query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
  function query(sql: unknown, parameters: readonly unknown[] = []): unknown {
    if (typeof sql !== 'string') throw new Error('The embedded database has no cursors')
    return run(engine, sql, parameters)
  }
  return { query, release }
}

const COUNTED = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'] as const

async function run(engine: PGlite, sql: string, parameters: readonly unknown[]) {
  const { command, rows, affectedRows } = await engine.query(sql, [...parameters])
  return { command: COUNTED.find((name) => name === command) ?? 'SELECT', rows, rowCount: affectedRows ?? 0 }
}
