import { chat } from './chat'
import type { InputOf, OutputOf, SentInputOf } from './contract'
import { orders } from './orders'
import { payments } from './payments'
import { rooms } from './rooms'
import { session } from './session'
import { shelf } from './shelf'

/** Every cloud function by its name. */
export const contracts = { session, rooms, shelf, orders, payments, chat } as const
export type Contracts = typeof contracts
export type FunctionName = keyof Contracts
export type OperationName<F extends FunctionName> = keyof Contracts[F]['operations'] & string
export type Input<F extends FunctionName, O extends OperationName<F>> = InputOf<Contracts[F]['operations'][O]>
export type SentInput<F extends FunctionName, O extends OperationName<F>> = SentInputOf<
  Contracts[F]['operations'][O]
>
export type Output<F extends FunctionName, O extends OperationName<F>> = OutputOf<
  Contracts[F]['operations'][O]
>
