import { PGlite } from '@electric-sql/pglite'
import * as v from 'valibot'
import type { Database } from '../../../cloudfunctions/_kernel/database/database'
import { databaseOn } from '../../../cloudfunctions/_kernel/database/embedded'
import { migrate } from '../../../cloudfunctions/_kernel/database/migrate'

/** An embedded database that remembers what it was asked, however it was asked. */
export interface WatchedDatabase {
  readonly db: Database
  /** Does the work, and remembers the statements that read or wrote rows meanwhile, each once. */
  watch(work: () => Promise<unknown>): Promise<void>
  readonly statements: ReadonlySet<string>
  /** How an engine that holds nothing would carry a statement out, whatever its parameters are. */
  explain(text: string): Promise<Plan>
  close(): Promise<void>
}

/** A node of the engine's plan, as `explain (format json)` tells it. */
export interface Plan {
  readonly [fact: string]: unknown
  readonly Plans?: readonly Plan[]
}

const plan = v.custom<Plan>((value) => typeof value === 'object' && value !== null)
const planRows = v.array(v.object({ 'QUERY PLAN': v.array(v.object({ Plan: plan })) }))

export async function watchedDatabase(): Promise<WatchedDatabase> {
  const engine = await PGlite.create()
  const statements = new Set<string>()
  let isWatching = false
  const note = (text: string): void => {
    if (isWatching && /^\s*(select|insert|update|delete|with)\b/i.test(text)) statements.add(text)
  }
  const query = engine.query.bind(engine)
  engine.query = (text, ...rest) => {
    note(text)
    return query(text, ...rest)
  }
  const stream = engine.execProtocolStream.bind(engine)
  engine.execProtocolStream = (messages, ...rest) => {
    for (const text of parsedIn(messages)) note(text)
    return stream(messages, ...rest)
  }
  const db = databaseOn(engine)
  await migrate(db)
  // plans change with what an engine has counted: this one never counts, and says the same each time
  const empty = await PGlite.create()
  await migrate(databaseOn(empty))
  return {
    db,
    statements,
    async watch(work) {
      isWatching = true
      await work()
      isWatching = false
    },
    async explain(text) {
      // parameters stay open in the simple protocol only
      const [answer] = await empty.exec(`explain (generic_plan, verbose, format json) ${text}`)
      const [row] = v.parse(planRows, answer?.rows)
      const told = row?.['QUERY PLAN'][0]
      if (!told) throw new Error(`No plan for ${text}`)
      return told.Plan
    },
    async close() {
      await db.destroy()
      await empty.close()
    },
  }
}

const PARSE = 'P'.charCodeAt(0)

/** Parse messages of the wire: a letter, a length, the statement's name and its text, each ended by a zero. */
function* parsedIn(messages: Uint8Array): Generator<string> {
  const bytes = Buffer.from(messages)
  for (let at = 0; at + 5 <= bytes.length; at += 1 + bytes.readInt32BE(at + 1)) {
    if (bytes[at] !== PARSE) continue
    const name = bytes.indexOf(0, at + 5)
    yield bytes.toString('utf8', name + 1, bytes.indexOf(0, name + 1))
  }
}
