import * as v from 'valibot'
import type { Connection } from '../connection'
import type { FrameHead } from '../frames'
import type { ImState } from '../im-state'
import type { Person } from '../people'
import { IM_CODE, refuse, type Reply } from '../replies'

/** One request of somebody who is signed in. */
export interface Call {
  readonly person: Person
  readonly connection: Connection
}
export type Command = (state: ImState, body: unknown, call: Call) => Reply | Promise<Reply>

/** One request that needs no sign-in, or is the sign-in. */
export interface OpenCall {
  readonly head: FrameHead
  readonly connection: Connection
}
export type OpenCommand = (state: ImState, call: OpenCall) => Reply

/** A command whose body is checked before it runs. */
export function command<Schema extends v.GenericSchema>(
  schema: Schema,
  run: (state: ImState, body: v.InferOutput<Schema>, call: Call) => Reply | Promise<Reply>,
): Command {
  return (state, body, call) => {
    const parsed = v.safeParse(schema, body)
    return parsed.success ? run(state, parsed.output, call) : refuse(IM_CODE.badParameters, 'bad parameters')
  }
}
