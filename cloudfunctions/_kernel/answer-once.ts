import { createHash } from 'node:crypto'
import type { WireError } from '@/contracts/errors'
import { err, ok } from '@/domain/result'
import { canonicalJson } from './canonical-json'
import type { Outcome, ViewerContext } from './operation'
import { inTransaction } from './transaction'

export interface OnceRequest {
  /** `function/operation`. */
  readonly operation: string
  readonly key: string
  readonly input: unknown
}

/**
 * Runs an operation once per person and key. Its answer is kept in the transaction that does the work, so there is
 * never one without the other; whoever comes with the same key meanwhile waits on the row, then gets that answer.
 * An err outcome is not kept: nothing was done, and the same key may try again.
 */
export async function answerOnce(
  context: ViewerContext,
  request: OnceRequest,
  run: (context: ViewerContext) => Promise<Outcome<unknown>>,
): Promise<Outcome<unknown>> {
  const contentHash = createHash('sha256').update(canonicalJson(request.input)).digest('hex')
  try {
    return await inTransaction(context, async (inside) => {
      if (!(await claimKey(inside, request, contentHash))) return firstAnswer(inside, request, contentHash)
      const outcome = await run(inside)
      if (!outcome.ok) throw new Refusal(outcome.error)
      await keep(inside, request, outcome.value)
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
  { db, clock, viewer }: ViewerContext,
  { operation, key }: OnceRequest,
  contentHash: string,
): Promise<boolean> {
  const result = await db
    .insertInto('idempotency')
    .values({
      user_id: viewer.userId,
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
  { db, viewer }: ViewerContext,
  { operation, key }: OnceRequest,
  contentHash: string,
): Promise<Outcome<unknown>> {
  const first = await db
    .selectFrom('idempotency')
    .select(['content_hash', 'reply'])
    .where('user_id', '=', viewer.userId)
    .where('operation', '=', operation)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  return first.content_hash === contentHash ? ok(first.reply) : err({ code: 'idempotency-conflict' })
}

async function keep(
  { db, viewer }: ViewerContext,
  { operation, key }: OnceRequest,
  reply: unknown,
): Promise<void> {
  await db
    .updateTable('idempotency')
    .set({ reply: JSON.stringify(reply) })
    .where('user_id', '=', viewer.userId)
    .where('operation', '=', operation)
    .where('key', '=', key)
    .execute()
}
