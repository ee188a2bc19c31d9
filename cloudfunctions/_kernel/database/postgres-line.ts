import type { Connection, PoolClient, Submittable } from 'pg'
import type { Line } from './exchange'
import { KnownStatements, type Step } from './statement'

type Steps = readonly Step<unknown>[]

/** The statements that a connection knows. They live and die with it. */
const KNOWN = new WeakMap<PoolClient, KnownStatements>()

export function postgresLine(client: PoolClient): Line {
  const known = KNOWN.get(client) ?? new KnownStatements()
  KNOWN.set(client, known)
  return {
    send: (steps) =>
      new Promise((resolve, reject) => {
        client.query(new RoundTrip({ steps, known, resolve, reject }))
      }),
    release: (isBroken) => client.release(isBroken),
  }
}

interface RoundTripParts {
  readonly steps: Steps
  readonly known: KnownStatements
  readonly resolve: (answers: readonly (string | null)[]) => void
  readonly reject: (cause: Error) => void
}

/**
 * Many statements, one message there and one back: the driver's own queries each wait for the one before. The server
 * carries them out one after the other, and skips the rest when one fails.
 */
class RoundTrip implements Submittable {
  readonly #answers: (string | null)[] = []
  #answer: string | null = null

  constructor(private readonly parts: RoundTripParts) {}

  submit(connection: Connection): void {
    connection.stream.cork()
    try {
      for (const one of this.parts.steps) this.#write(connection, one)
      connection.sync()
    } finally {
      connection.stream.uncork()
    }
  }

  #write(connection: Connection, { statement, values }: Step<unknown>): void {
    const name = statement.name ?? ''
    if (this.parts.known.isUnread(statement)) {
      // it may be there already: read before, or in a message that then failed
      if (name !== '') connection.close({ type: 'S', name }, true)
      connection.parse({ name, text: statement.text, types: [] }, true)
    }
    connection.bind({ statement: name, values: [...values] }, true)
    connection.execute({}, true)
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    this.#answer = fields[0] ?? null
  }

  handleCommandComplete(): void {
    this.#answers.push(this.#answer)
    this.#answer = null
  }

  handleReadyForQuery(): void {
    const { steps, known, resolve } = this.parts
    for (const { statement } of steps) known.countUse(statement)
    resolve(this.#answers)
  }

  handleError(cause: Error): void {
    this.parts.reject(cause)
  }
}
