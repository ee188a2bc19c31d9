import type { WireError } from '@/contracts/errors'
import { err, ok } from '@/domain/result'
import { intentOf, type Outcome, type ViewerContext } from './operation'
import type { Intent } from './ports/intent'
import { inTransaction } from './transaction'

/**
 * Runs an operation once per person and key. Its answer is kept in the transaction that does the work, so there is
 * never one without the other; whoever comes with the same key meanwhile waits on the row, then gets that answer.
 * An err outcome is not kept: nothing was done, and the same key may try again.
 */
export async function answerOnce(
  context: ViewerContext,
  run: (context: ViewerContext) => Promise<Outcome<unknown>>,
): Promise<Outcome<unknown>> {
  const intent = intentOf(context)
  try {
    return await inTransaction(context, async (inside) => {
      if (!(await claimKey(inside, intent))) return firstAnswer(inside, intent)
      const outcome = await run(inside)
      if (!outcome.ok) throw new Refusal(outcome.error)
      await keep(inside, intent, outcome.value)
      return outcome
    })
  } catch (cause) {
    if (cause instanceof Refusal) return err(cause.error)
    throw cause
  }
}

/** Carries an err outcome out of the transaction: only a throw makes the query builder roll back. */
class Refusal extends Error {
  constructor(readonly error: WireError) {
    super(error.code)
  }
}

async function claimKey(
  { db, clock }: ViewerContext,
  { userId, operation, key, contentHash }: Intent,
): Promise<boolean> {
  const result = await db
    .insertInto('idempotency')
    .values({
      user_id: userId,
      operation,
      key,
      content_hash: contentHash,
      reply: null,
      created_at: clock.now(),
    })
    .onConflict((conflict) => conflict.columns(['user_id', 'operation', 'key']).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

async function firstAnswer(
  { db }: ViewerContext,
  { userId, operation, key, contentHash }: Intent,
): Promise<Outcome<unknown>> {
  const first = await db
    .selectFrom('idempotency')
    .select(['content_hash', 'reply'])
    .where('user_id', '=', userId)
    .where('operation', '=', operation)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  return first.content_hash === contentHash ? ok(first.reply) : err({ code: 'idempotency-conflict' })
}

async function keep(
  { db }: ViewerContext,
  { userId, operation, key }: Intent,
  reply: unknown,
): Promise<void> {
  await db
    .updateTable('idempotency')
    .set({ reply: JSON.stringify(reply) })
    .where('user_id', '=', userId)
    .where('operation', '=', operation)
    .where('key', '=', key)
    .execute()
}
