import type { Intent } from '../../../cloudfunctions/_kernel/ports/intent'
import { intentKey } from '../../../cloudfunctions/_kernel/trade/trade-draft'
import { Violation } from '../engine/violation'
import { Tally } from './tally'

/** What people meant to do, and what they were told came of it. */
export class Intents {
  readonly #begun = new Tally()
  readonly #made = new Tally()
  readonly #told = new Map<string, string>()

  /** A person means to do something, once, however often they say it. */
  began({ userId, operation }: Intent): void {
    this.#begun.add(`${userId} ${operation}`, 1)
  }

  /** Something of that kind came to be. */
  made(userId: string, operation: string): void {
    const name = `${userId} ${operation}`
    this.#made.add(name, 1)
    if (this.#made.of(name) > this.#begun.of(name))
      throw new Violation(`${name}: ${this.#made.of(name)} came of ${this.#begun.of(name)} intents`)
  }

  /** The person was told that this came of it. */
  told(intent: Intent, subject: string): void {
    const key = intentKey(intent)
    const before = this.#told.get(key)
    if (before !== undefined && before !== subject)
      throw new Violation(`${key} was answered with ${before} and with ${subject}`)
    this.#told.set(key, subject)
  }

  everythingTold(): Iterable<string> {
    return this.#told.values()
  }
}
