import type { Kysely } from 'kysely'
import type { Contract, InputOf, OutputOf } from '@/contracts/contract'
import type { WireError } from '@/contracts/errors'
import type { Frozen, Host } from '@/contracts/schemas'
import type { UserId } from '@/domain/ids'
import type { Result } from '@/domain/result'
import type { Tables } from './database/tables'
import type { Ports } from './ports'
import type { Intent } from './ports/intent'
import type { Trade } from './trade/trade'

/** Who calls: taken from the session token, never from the input. */
export interface Viewer {
  readonly userId: UserId
  readonly host: Host
}

/** What an operation works with. In a `once` operation `db` is the transaction that also keeps its answer. */
export interface Context extends Ports {
  readonly db: Kysely<Tables>
  /** The order book: orders, stock and money change there and nowhere else, in transactions of its own. */
  readonly trade: Trade
  /**
   * Runs after the commit and before the reply: what must not happen if the transaction rolls back. It is given the
   * context outside the transaction, which is over by then.
   */
  afterCommit(effect: (after: Context) => Promise<void>): void
}
export interface ViewerContext extends Context {
  readonly viewer: Viewer
  /** What a `once` operation is asked to do once; an operation that keeps its own intents commits it with its work. */
  readonly intent?: Intent
}

export function intentOf({ intent }: ViewerContext): Intent {
  if (!intent) throw new Error('Only a `once` operation has an intent')
  return intent
}

/** Work that is looked for in every tick: cheap when there is none, and safe to run in several processes. */
export type Duty = (context: Context) => Promise<void>

type ContextFor<Op> = Op extends { readonly caller: 'anyone' } ? Context : ViewerContext
export type Outcome<T> = Result<T, WireError>

/** One function per operation of a contract: the file that implements it is named after it. */
export type Implementation<C extends Contract> = {
  readonly [Name in keyof C['operations']]: (
    context: ContextFor<C['operations'][Name]>,
    input: InputOf<C['operations'][Name]>,
  ) => Promise<Outcome<Frozen<OutputOf<C['operations'][Name]>>>>
}
