import { protocol } from '@electric-sql/pglite'
import type { Line } from './exchange'
import type { KnownStatements, Step } from './statement'

const { serialize } = protocol

/** The embedded engine, spoken to in PostgreSQL's own messages. */
export interface Wire {
  /** The statements that the engine knows. */
  readonly known: KnownStatements
  /** Hands the engine messages and returns what it says; throws what it says when it fails. */
  readonly tell: (messages: Uint8Array) => Promise<readonly { readonly name: string }[]>
}

/**
 * One step after the other: there is no way between us and the engine on which anything could be saved, and an engine
 * that stopped in the middle must not be handed the rest.
 */
export const embeddedLine = (wire: Wire, release: () => void): Line => ({
  async send(steps) {
    const answers: (string | null)[] = []
    try {
      for (const step of steps) answers.push(await carryOut(wire, step))
    } finally {
      await wire.tell(SYNC)
    }
    return answers
  },
  release,
})

const SYNC = serialize.sync()
const EXECUTE = serialize.execute({})

async function carryOut({ known, tell }: Wire, { statement, values }: Step<unknown>): Promise<string | null> {
  const name = statement.name ?? ''
  if (known.isUnread(statement))
    await tell(joined(serialize.close({ type: 'S', name }), serialize.parse({ name, text: statement.text })))
  known.countUse(statement)
  let answer: string | null = null
  const bind = serialize.bind({ statement: name, values: [...values] })
  for (const message of await tell(joined(bind, EXECUTE)))
    if (isDataRow(message)) answer = message.fields[0] ?? null
  return answer
}

interface DataRow {
  readonly name: string
  readonly fields: readonly (string | null)[]
}
const isDataRow = (message: { readonly name: string }): message is DataRow => message.name === 'dataRow'

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}
