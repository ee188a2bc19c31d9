import type { GenericSchema, InferInput, InferOutput } from 'valibot'
import type { ErrorCode } from './errors'

/** Who may call: anyone, a signed-in viewer, or a member of the merchant that the input's ids belong to. */
export type Caller = 'anyone' | 'viewer' | 'merchant'

/**
 * `read` changes nothing; `safe` may be repeated without changing anything further; `once` needs an idempotency
 * key: same key and content answers as the first time, same key with other content is refused.
 */
export type Effect = 'read' | 'safe' | 'once'

export interface Operation<I extends GenericSchema = GenericSchema, O extends GenericSchema = GenericSchema> {
  readonly caller: Caller
  readonly effect: Effect
  readonly input: I
  readonly output: O
  /** Codes this operation may answer besides those every operation may (`COMMON_ERRORS`). */
  readonly errors: readonly ErrorCode[]
}
export type Operations = Readonly<Record<string, Operation>>

/** What one cloud function and its callers say to each other. */
export interface Contract<Ops extends Operations = Operations> {
  readonly name: string
  readonly operations: Ops
}

export const operation = <I extends GenericSchema, O extends GenericSchema>(
  spec: Operation<I, O>,
): Operation<I, O> => spec
export const contract = <Ops extends Operations>(name: string, operations: Ops): Contract<Ops> => ({
  name,
  operations,
})

/** One function's two halves: what viewers ask of it, and what merchants do. */
export const both = <Viewer extends Operations, Merchant extends Operations>(
  viewer: Contract<Viewer>,
  merchant: Contract<Merchant>,
): Contract<Viewer & Merchant> => ({
  name: viewer.name,
  operations: { ...viewer.operations, ...merchant.operations },
})

export type InputOf<Op> = Op extends Operation<infer I> ? InferOutput<I> : never
export type SentInputOf<Op> = Op extends Operation<infer I> ? InferInput<I> : never
export type OutputOf<Op> = Op extends Operation<GenericSchema, infer O> ? InferOutput<O> : never
