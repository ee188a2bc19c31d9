import { createHash } from 'node:crypto'
import * as v from 'valibot'
import type { Operation } from '@/contracts/contract'
import { COMMON_ERRORS, type ErrorCode, type Reply, type WireError } from '@/contracts/errors'
import { err, ok } from '@/domain/result'
import { answerOnce } from './answer-once'
import { canonicalJson } from './canonical-json'
import type { CloudFunction } from './cloud-function'
import { isConflict } from './database/is-conflict'
import { isUnavailable } from './database/is-unavailable'
import { type Kernel, withContext } from './kernel'
import type { Context, Outcome, ViewerContext } from './operation'
import type { Intent } from './ports/intent'
import { unsoundPart } from './unsound-part'
import { readSession, refuseStrangers } from './who-calls'

/** One call as any transport hands it in; nothing in it is trusted. */
export interface Call {
  readonly operation: string
  readonly input: unknown
  readonly token?: string | undefined
  readonly idempotencyKey?: string | undefined
  readonly correlationId: string
}

/** Expected outcomes become codes; a defect becomes `internal` with the id under which the log holds the cause. */
export async function runOperation(kernel: Kernel, fn: CloudFunction, call: Call): Promise<Reply<unknown>> {
  const { correlationId } = call
  const facts = { correlationId, operation: `${fn.contract.name}/${call.operation}` }
  const fail = (code: ErrorCode, { field, left }: Partial<WireError> = {}): Reply<unknown> => ({
    ok: false,
    error: {
      code,
      ...(field !== undefined && { field }),
      ...(left !== undefined && { left }),
      correlationId,
    },
  })
  const { operations } = fn.contract
  const spec = Object.hasOwn(operations, call.operation) ? operations[call.operation] : undefined
  if (!spec) return fail('not-found')
  try {
    const outcome = await withContext(kernel, facts, (context) => answer(context, { fn, spec, call }))
    if (kernel.checksReplies) checkReply(spec, outcome)
    return outcome.ok ? { ok: true, data: outcome.value } : fail(outcome.error.code, outcome.error)
  } catch (cause) {
    if (isConflict(cause)) return fail('busy')
    if (isUnavailable(cause)) {
      kernel.ports.log.alarm('database-unavailable', { ...facts, cause })
      return fail('busy')
    }
    kernel.ports.log.alarm('operation-failed', { ...facts, cause })
    return fail('internal')
  }
}

interface Request {
  readonly fn: CloudFunction
  readonly spec: Operation
  readonly call: Call
}

async function answer(context: Context, { fn, spec, call }: Request): Promise<Outcome<unknown>> {
  const run = fn.operations[call.operation]
  if (!run) throw new Error(`${call.operation} has no implementation`)
  const unsound = unsoundPart(call.input)
  if (unsound)
    return err({ code: 'invalid-request', ...(unsound.length > 0 && { field: unsound.join('.') }) })
  const parsed = v.safeParse(spec.input, call.input ?? {})
  if (!parsed.success) return err(invalid(parsed.issues[0]))
  // Parsed by the very schema that gives the operation its type, which the table of operations no longer knows.
  const input = parsed.output as never

  // An operation that anyone may call is typed so that it cannot look at the viewer.
  if (spec.caller === 'anyone') return run(context as ViewerContext, input)
  const viewer = readSession(context, call.token)
  if (!viewer.ok) return viewer
  const theirs: ViewerContext = { ...context, viewer: viewer.value }
  if (spec.caller === 'merchant') {
    const allowed = await refuseStrangers(theirs, input)
    if (!allowed.ok) return allowed
  }
  if (spec.effect !== 'once') return run(theirs, input)

  const key = readKey(call.idempotencyKey)
  if (!key.ok) return key
  const intent = intentFrom(
    { operation: `${fn.contract.name}/${call.operation}`, key: key.value, input },
    theirs,
  )
  const withIntent = { ...theirs, intent }
  if (fn.keepsIntent.includes(call.operation)) return run(withIntent, input)
  return answerOnce(withIntent, (inside) => run(inside, input))
}

const intentFrom = (
  { operation, key, input }: { readonly operation: string; readonly key: string; readonly input: unknown },
  { viewer }: ViewerContext,
): Intent => ({
  userId: viewer.userId,
  operation,
  key,
  contentHash: createHash('sha256').update(canonicalJson(input)).digest('hex'),
})

const IDEMPOTENCY_KEY = /^[\w-]{8,128}$/

function readKey(key: string | undefined): Outcome<string> {
  if (key === undefined) return err({ code: 'idempotency-key-missing' })
  return IDEMPOTENCY_KEY.test(key) ? ok(key) : err({ code: 'invalid-request', field: 'idempotencyKey' })
}

function invalid(issue: v.BaseIssue<unknown>): { code: 'invalid-request'; field?: string } {
  const field = v.getDotPath(issue)
  return field === null ? { code: 'invalid-request' } : { code: 'invalid-request', field }
}

/** Throws when an operation says what its contract does not. */
function checkReply(spec: Operation, outcome: Outcome<unknown>): void {
  if (outcome.ok) v.parse(spec.output, outcome.value)
  else if (![...COMMON_ERRORS, ...spec.errors].includes(outcome.error.code))
    throw new Error(`${outcome.error.code} is not in the contract`)
}
