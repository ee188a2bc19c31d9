import { type Dialect, Kysely } from 'kysely'
import { type Exchange, inExchange, type Line } from './exchange'
import type { Tables } from './tables'

/** The query builder, and beside it a way to send few constant statements at the least cost, on the same connections. */
export class SessionDatabase extends Kysely<Tables> {
  readonly #openLine: () => Promise<Line>

  constructor(dialect: Dialect, openLine: () => Promise<Line>) {
    super({ dialect })
    this.#openLine = openLine
  }

  /** Does `work` in one transaction, which it finishes; else it is rolled back. */
  async exchange<T>(work: (exchange: Exchange) => Promise<T>): Promise<T> {
    return inExchange(await this.#openLine(), work)
  }
}
