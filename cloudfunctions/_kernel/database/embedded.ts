import { mkdirSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import {
  type PostgresCursor,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
} from 'kysely'
import { lockDirectory } from './directory-lock'
import { embeddedLine, type Wire } from './embedded-line'
import { DatabaseUnavailable } from './is-unavailable'
import { keepHouse } from './keep-house'
import { SessionDatabase } from './session-database'
import { KnownStatements } from './statement'

const MEMORY = 'memory://'

/** Opens the embedded PostgreSQL in `location`, which no other process may have open. */
export async function openEmbedded(location: string): Promise<SessionDatabase> {
  if (location === MEMORY) return databaseOn(await PGlite.create())
  const unlock = lockDirectory(location)
  try {
    // The engine would take a path that it cannot use without a word, and keep nothing.
    mkdirSync(location, { recursive: true })
    const open = () => PGlite.create(location)
    return databaseOn(await open(), { reopen: open, unlock })
  } catch (cause) {
    unlock()
    throw cause
  }
}

interface Lifecycle {
  /** Opens what was kept once more, after the engine stopped; without it there is nothing to go on with. */
  readonly reopen: () => Promise<PGlite>
  readonly unlock: () => void
}

const IN_MEMORY: Lifecycle = {
  reopen: () => Promise.reject(new Error('What was only in memory is gone')),
  unlock: () => undefined,
}

export function databaseOn(engine: PGlite, lifecycle: Lifecycle = IN_MEMORY): SessionDatabase {
  const turns = new Turns(new Engine(engine, lifecycle))
  return new SessionDatabase(new PostgresDialect({ pool: poolOfOne(turns) }), async () => {
    const { engine: mine, release } = await turns.take()
    return embeddedLine(mine.wire, release)
  })
}

/**
 * The engine, which stops for good when it cannot write its log (a full disk, for one), as a server would before it
 * starts again. One that stopped must not be asked anything: it would never answer, and never give the thread back.
 * So it is left, and what was committed is opened anew for the next caller, as often as it takes.
 */
class Engine {
  #engine: PGlite | null
  readonly #known = new KnownStatements()
  readonly wire: Wire

  constructor(
    engine: PGlite,
    private readonly lifecycle: Lifecycle,
  ) {
    this.#engine = engine
    this.wire = {
      known: this.#known,
      tell: (messages) => this.#ask((awake) => awake.execProtocolStream(messages)),
    }
  }

  async wake(): Promise<void> {
    if (this.#engine) return
    this.#known.forget()
    try {
      this.#engine = await this.lifecycle.reopen()
    } catch (cause) {
      throw new DatabaseUnavailable('The embedded database cannot be opened again', { cause })
    }
  }

  query(sql: string, parameters: readonly unknown[]) {
    return this.#ask((awake) => awake.query(sql, [...parameters]))
  }

  async #ask<T>(question: (awake: PGlite) => Promise<T>): Promise<T> {
    const engine = this.#engine
    if (!engine) throw new DatabaseUnavailable('The embedded database stopped')
    try {
      return await question(engine)
    } catch (cause) {
      if (!hasStopped(cause)) throw cause
      this.#engine = null
      throw new DatabaseUnavailable('The embedded database stopped', { cause })
    }
  }

  async close(): Promise<void> {
    await this.#engine?.close()
    this.lifecycle.unlock()
  }
}

/** Its last words are a panic; a WebAssembly program ends with a trap, too. */
function hasStopped(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false
  const severity = 'severity' in cause ? cause.severity : undefined
  return severity === 'PANIC' || severity === 'FATAL' || cause.name === 'RuntimeError'
}

/** A second or two of a busy room. */
const HOUSE_EVERY_TURNS = 1_000

/** The engine has one connection, so it goes round: first come, first served, one transaction at a time. */
class Turns {
  #last = Promise.resolve()
  #taken = 0

  constructor(private readonly engine: Engine) {}

  async take(): Promise<{ readonly engine: Engine; readonly release: () => void }> {
    const release = await this.#queue()
    // Queries of this engine settle in microtasks: without a pause, busy callers would starve sockets and timers.
    await new Promise(setImmediate)
    try {
      await this.engine.wake()
      this.#taken += 1
      if (this.#taken % HOUSE_EVERY_TURNS === 0) await this.#keepHouse()
    } catch (cause) {
      release()
      throw cause
    }
    return { engine: this.engine, release }
  }

  /** A disk that is full is told to whoever writes, not to whoever comes while the house is kept. */
  async #keepHouse(): Promise<void> {
    await keepHouse((sql) => this.engine.query(sql, [])).catch(() => undefined)
    await this.engine.wake()
  }

  async close(): Promise<void> {
    const release = await this.#queue()
    await this.engine.close()
    release()
  }

  async #queue(): Promise<() => void> {
    const before = this.#last
    let release = (): void => undefined
    this.#last = new Promise((resolve) => {
      release = resolve
    })
    await before
    return release
  }
}

/** Everything above it is Kysely's own PostgreSQL dialect, the same as on a server. */
const poolOfOne = (turns: Turns): PostgresPool => ({
  async connect() {
    const { engine, release } = await turns.take()
    return connection(engine, release)
  },
  end: () => turns.close(),
})

function connection(engine: Engine, release: () => void): PostgresPoolClient {
  function query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
  function query(sql: unknown, parameters: readonly unknown[] = []): unknown {
    if (typeof sql !== 'string') throw new Error('The embedded database has no cursors')
    return run(engine, sql, parameters)
  }
  return { query, release }
}

const COUNTED = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'] as const

async function run(engine: Engine, sql: string, parameters: readonly unknown[]) {
  const { command, rows, affectedRows } = await engine.query(sql, parameters)
  return { command: COUNTED.find((name) => name === command) ?? 'SELECT', rows, rowCount: affectedRows ?? 0 }
}
