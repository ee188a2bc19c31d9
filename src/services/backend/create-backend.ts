import * as v from 'valibot'
import { ERROR_CODES } from '@/contracts/errors'
import type { Contract, Operation, OutputOf, SentInputOf } from '@/contracts/contract'
import { forViewers, type ForViewers } from '@/contracts/for-viewers'
import { err, ok, type Result } from '@/domain/result'
import type { Transport, WireRequest } from '@/platform/ports/transport'
import type { CallError } from './call-error'
import type { Session } from './session'

export interface BackendOptions {
  readonly transport: Transport
  readonly session: Session
  readonly makeKey: () => string
  /** Resolves after `ms`; injected so that tests do not wait. */
  readonly pause: (ms: number) => Promise<void>
}

const wireError = v.object({
  code: v.picklist(ERROR_CODES),
  field: v.optional(v.string()),
  left: v.optional(v.number()),
  correlationId: v.optional(v.string()),
})
const failedReply = v.object({ ok: v.literal(false), error: wireError })
const goodReply = v.object({ ok: v.literal(true), data: v.unknown() })
const reply = v.variant('ok', [goodReply, failedReply])

// Repeating is harmless for every operation: `once` carries its key. Two more tries outlast a lift, not an outage.
const RETRY_AFTER_MS = [400, 1_200] as const
const PASSING: ReadonlySet<CallError['code']> = new Set(['timeout', 'offline', 'busy'])

/** The functions that a backend can call, each by its name. */
export type ContractSet = Readonly<Record<string, Contract>>
export type Callable<C extends ContractSet, F extends keyof C> = keyof C[F]['operations'] & string
export type Sent<C extends ContractSet, F extends keyof C, O extends Callable<C, F>> = SentInputOf<
  C[F]['operations'][O]
>
export type Answer<C extends ContractSet, F extends keyof C, O extends Callable<C, F>> = OutputOf<
  C[F]['operations'][O]
>

type Call<C extends ContractSet> = <F extends keyof C & string, O extends Callable<C, F>>(
  functionName: F,
  operation: O,
  input: Sent<C, F, O>,
) => Promise<Result<Answer<C, F, O>, CallError>>

export interface Backend<C extends ContractSet = ForViewers> {
  readonly call: Call<C>
  /** Calls with one key per intent: keep it while the person retries the same thing, make a new one for a new wish. */
  readonly withKey: (idempotencyKey: string) => { readonly call: Call<C> }
  /** For a page that is going away: sent once, signed in or not at all, nobody waits. */
  farewell<F extends keyof C & string, O extends Callable<C, F>>(
    functionName: F,
    operation: O,
    input: Sent<C, F, O>,
  ): void
}

const readReply = (raw: unknown, operation: Operation): Result<unknown, CallError> => {
  const parsed = v.safeParse(reply, raw)
  if (!parsed.success) return err({ code: 'unreadable' })
  if (!parsed.output.ok) return err(parsed.output.error)
  const data = v.safeParse(operation.output, parsed.output.data)
  return data.success ? ok(data.output) : err({ code: 'unreadable' })
}

/** What viewers may ask. */
export const createBackend = (options: BackendOptions): Backend => connect(forViewers, options)

/** Typed calls of the cloud functions: signs in when needed, repeats what failed in passing, checks every reply. */
export function connect<C extends ContractSet>(contracts: C, options: BackendOptions): Backend<C> {
  const { transport, session, makeKey, pause } = options
  async function sendOnce(request: WireRequest, operation: Operation): Promise<Result<unknown, CallError>> {
    const token = operation.caller === 'anyone' ? null : await session.token()
    if (token !== null && !token.ok) return token
    const sent = await transport.send(token === null ? request : { ...request, token: token.value })
    return sent.ok ? readReply(sent.value, operation) : err({ code: sent.error })
  }

  async function send(request: WireRequest, operation: Operation): Promise<Result<unknown, CallError>> {
    const first = await sendOnce(request, operation)
    if (first.ok || !['session-expired', 'unauthenticated'].includes(first.error.code)) return first
    session.forget()
    return sendOnce(request, operation)
  }

  async function sendPatiently(
    request: WireRequest,
    operation: Operation,
  ): Promise<Result<unknown, CallError>> {
    let outcome = await send(request, operation)
    for (const ms of RETRY_AFTER_MS) {
      if (outcome.ok || !PASSING.has(outcome.error.code)) return outcome
      await pause(ms)
      outcome = await send(request, operation)
    }
    return outcome
  }

  const callWith =
    (keyOf: () => string): Call<C> =>
    async (functionName, operationName, input) => {
      const operation = contracts[functionName]?.operations[operationName]
      if (operation === undefined) throw new Error(`No operation ${functionName}/${operationName}`)
      const key = operation.effect === 'once' ? { idempotencyKey: keyOf() } : {}
      const outcome = await sendPatiently(
        { functionName, operation: operationName, input, ...key },
        operation,
      )
      // readReply has parsed it with this very operation's schema
      return outcome as Result<Answer<C, typeof functionName, typeof operationName>, CallError>
    }

  return {
    call: callWith(makeKey),
    withKey: (idempotencyKey) => ({ call: callWith(() => idempotencyKey) }),
    farewell(functionName, operation, input) {
      const token = session.known()
      if (token !== null) transport.sendAndForget({ functionName, operation, input, token })
    },
  }
}
