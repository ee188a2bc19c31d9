import type { Contract } from '@/contracts/contract'
import type { JobHandlers } from './jobs'
import type { Duty, Implementation, Outcome, ViewerContext } from './operation'
import type { Route } from './route'

/** An operation whose types are forgotten: the contract's schema has parsed the input before it is called. */
type AnyOperation = (context: ViewerContext, input: never) => Promise<Outcome<unknown>>

/** What a function brings besides the operations of its contract. */
interface Extras {
  /** Web addresses that are not operations: webhooks, pages, pictures. */
  readonly routes: readonly Route[]
  /** Work of its kinds that falls due later. */
  readonly jobs: JobHandlers
  /** What is looked after in every tick. */
  readonly duties: readonly Duty[]
  /** `once` operations that keep their intent themselves, on the merchant's shard, in the commit that does the work. */
  readonly keepsIntent: readonly string[]
}

/** One cloud function as the kernel runs it, over HTTP, as an event function or in a test. */
export interface CloudFunction extends Extras {
  readonly contract: Contract
  readonly operations: Readonly<Record<string, AnyOperation>>
}

export function cloudFunction<C extends Contract>(
  contract: C,
  operations: Implementation<C> & Readonly<Record<string, AnyOperation>>,
  extras: Partial<Extras> = {},
): CloudFunction {
  return { contract, operations, routes: [], jobs: {}, duties: [], keepsIntent: [], ...extras }
}
