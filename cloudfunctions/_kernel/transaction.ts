import { isConflict } from './database/is-conflict'
import type { Context } from './operation'

const MAX_ATTEMPTS = 4

/**
 * Runs `work` in one transaction and commits when it resolves; a throw rolls back. When the database gave the
 * transaction up for another one, the work starts again. Inside a transaction it joins that one.
 */
export async function inTransaction<C extends Context, T>(
  context: C,
  work: (inside: C) => Promise<T>,
): Promise<T> {
  if (context.db.isTransaction) return work(context)
  for (let attempt = 1; ; attempt += 1) {
    const effects = new Effects()
    try {
      const result = await context.db
        .transaction()
        .execute((db) => work({ ...context, db, afterCommit: effects.add }))
      await effects.run(context)
      return result
    } catch (cause) {
      if (!isConflict(cause) || attempt === MAX_ATTEMPTS) throw cause
    }
  }
}

type Effect = Parameters<Context['afterCommit']>[0]

/** What was left for after the commit. The work is done by then, so a failing effect is told to the log only. */
export class Effects {
  readonly #effects: Effect[] = []

  readonly add = (effect: Effect): void => {
    this.#effects.push(effect)
  }

  async run(context: Context): Promise<void> {
    for (const effect of this.#effects) {
      try {
        await effect(context)
      } catch (cause) {
        context.log.warn('after-commit-failed', { cause })
      }
    }
  }
}
